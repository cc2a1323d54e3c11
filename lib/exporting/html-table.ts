import { type PlacedCell, placeCells, placeOf } from "@/lib/exporting/heads";
import { type Markup, markup } from "@/lib/exporting/markup";
import { printValue } from "@/lib/exporting/printed";
import type { Cells, TableFormat } from "@/lib/format/format";

/**
 * An official table as HTML. Each value names its heads by `headers`, because
 * merged heads on both sides are more than `scope` alone can tell. The frame
 * around it can be scrolled by keyboard where the screen is narrow.
 */
export function htmlTable(table: TableFormat, cells: Cells): Markup {
  const rows = placeCells(table).map((row) => drawRow(table, row, cells));
  const head = rows.slice(0, table.headRows.length);
  const body = rows.slice(table.headRows.length);
  return markup`
<div class="table-scroll" role="region" tabindex="0" aria-label="${table.name}：${table.caption}">
<table class="official official-${table.key}">
<caption>${table.name}　${table.caption}</caption>
<colgroup>${Array.from({ length: table.columns }, () => markup`<col>`)}</colgroup>${
    head.length > 0 && markup`\n<thead>${head}\n</thead>`
  }
<tbody>${body}
</tbody>
</table>
</div>`;
}

function drawRow(table: TableFormat, row: PlacedCell[], cells: Cells): Markup {
  return markup`\n<tr>${row.map((cell) => drawCell(table, cell, cells))}</tr>`;
}

function drawCell(table: TableFormat, placed: PlacedCell, cells: Cells): Markup {
  const { cell, scope, text = "" } = placed.layout;
  const id = (place: string) => `${table.key}-${place}`;
  if (cell) {
    const headers = placed.heads.map(id).join(" ");
    return markup`<td data-cell="${table.key}:${cell}" headers="${headers}"${spans(placed)}>${printValue(cells[cell])}</td>`;
  }
  if (!scope) return markup`<td class="corner"${spans(placed)}>${text}</td>`;
  return markup`<th id="${id(placeOf(placed))}" scope="${scope}"${spans(placed)}>${text}</th>`;
}

function spans({ layout: { colSpan = 1, rowSpan = 1 } }: PlacedCell): Markup[] {
  return [
    ...(colSpan > 1 ? [markup` colspan="${colSpan}"`] : []),
    ...(rowSpan > 1 ? [markup` rowspan="${rowSpan}"`] : []),
  ];
}
