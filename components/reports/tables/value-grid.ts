import { shown } from "@/components/reports/tables/table-form";
import type { CellKey, Cells, LayoutCell, TableFormat } from "@/lib/format/format";

/** The values of a table, computed ones included, row by row as drawn; rows of heads are left out. */
export function valueGrid(table: TableFormat): CellKey[][] {
  return table.bodyRows
    .map((row) => row.flatMap(({ cell }) => (cell ? [cell] : [])))
    .filter((row) => row.length > 0);
}

/** The cells between two, both included; a shorter row ends where it ends. */
export function rangeBetween(grid: CellKey[][], from: CellKey, to: CellKey): CellKey[][] {
  const a = placeIn(grid, from);
  const b = placeIn(grid, to);
  if (!a || !b) return [];
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
  return grid.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

export function placeIn(grid: CellKey[][], cell: CellKey): { x: number; y: number } | null {
  const y = grid.findIndex((row) => row.includes(cell));
  return y < 0 ? null : { y, x: grid[y]?.indexOf(cell) ?? -1 };
}

/** Cells as a block for a spreadsheet: tabs between columns, a line for each row. */
export function blockOf(cells: Cells, keys: CellKey[][]): string {
  return lines(keys.map((row) => row.map((key) => shown(cells[key]))));
}

/** The whole table as a block, with its heads and row names where the official form has them. */
export function wholeBlock(table: TableFormat, cells: Cells): string {
  const text = (cell: LayoutCell) => (cell.cell ? shown(cells[cell.cell]) : (cell.text ?? ""));
  const rows = [...table.headRows, ...table.bodyRows].map((row) =>
    row.map(({ colSpan = 1, rowSpan = 1, ...cell }) => ({ text: text(cell), colSpan, rowSpan })),
  );
  return lines(spread(rows));
}

/** Each row ended by a line break, as a spreadsheet does: a last row that is blank is a row too. */
function lines(rows: string[][]): string {
  return rows.map((row) => `${row.join("\t")}\n`).join("");
}

export interface SpanningCell {
  text: string;
  colSpan: number;
  rowSpan: number;
}

/** Merged cells as a rectangle: the text stands in the first place, the places it covers are blank. */
export function spread(rows: SpanningCell[][]): string[][] {
  const out: string[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const { text, colSpan, rowSpan } of row) {
      while (out[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < colSpan; right++) {
          const line = out[y + down];
          if (line) line[x + right] = down + right === 0 ? text : "";
        }
      }
      x += colSpan;
    }
  });
  return out.map((row) => Array.from(row, (text) => text ?? ""));
}
