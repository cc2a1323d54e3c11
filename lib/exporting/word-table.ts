import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { PrintedCell, PrintedTable } from "@/lib/exporting/page-data";
import { twips } from "@/lib/exporting/word-style";
import { type Stamp, trackedRuns } from "@/lib/exporting/word-text";

/** An official table with its merged heads; those that stand above it repeat on every page. */
export function officialTable(table: PrintedTable, stamp: Stamp): Table {
  const rows = [...table.head, ...table.body].map(
    (cells, i) =>
      new TableRow({
        ...(i < table.head.length && { tableHeader: true }),
        cantSplit: true,
        children: cells.map((cell) => officialCell(cell, table.key !== "proactive", stamp)),
      }),
  );
  return framedTable(table.widths, rows);
}

/** A table of fixed columns, their widths in mm. */
export function framedTable(widths: number[], rows: TableRow[], margin = 0.6): Table {
  const columns = widths.map(twips);
  const width = columns.reduce((sum, column) => sum + column, 0);
  const side = twips(margin);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    margins: { top: side, bottom: side, left: side, right: side },
    rows,
  });
}

function officialCell(cell: PrintedCell, narrow: boolean, stamp: Stamp): TableCell {
  const { kind, colspan, rowspan } = cell;
  const listed = narrow && kind === "row" && rowspan === 1;
  const alignment = listed ? AlignmentType.LEFT : AlignmentType.CENTER;
  const label = () =>
    new Paragraph({ style: "Cell", alignment, children: labelRuns(cell, narrow) });
  return new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    verticalAlign: VerticalAlign.CENTER,
    children: kind === "value" ? valueLines(cell, narrow, stamp) : [label()],
  });
}

function labelRuns({ kind, colspan, passages }: PrintedCell, narrow: boolean): TextRun[] {
  const text = passages.map((passage) => passage.text).join("");
  const look = { size: narrow ? 18 : 20, bold: kind === "column" };
  // Four characters stand two by two, not three and one.
  const twoByTwo = narrow && kind === "column" && colspan === 1 && text.length === 4;
  if (!twoByTwo) return [new TextRun({ ...look, text })];
  return [
    new TextRun({ ...look, text: text.slice(0, 2) }),
    new TextRun({ ...look, text: text.slice(2), break: 1 }),
  ];
}

/**
 * A new value stands below the old one. The end of the old one's line counts as put in and as
 * struck out: it goes with every change that is accepted, and with every one that is rejected.
 */
function valueLines({ passages }: PrintedCell, narrow: boolean, stamp: Stamp): Paragraph[] {
  return passages.map((passage, i) => {
    const isLast = i === passages.length - 1;
    const size = valueSize(passage.text, narrow);
    return new Paragraph({
      style: "Cell",
      alignment: AlignmentType.CENTER,
      run: isLast ? {} : { insertion: stamp(), deletion: stamp() },
      children: trackedRuns([passage], stamp, size),
    });
  });
}

/** Half points: in the narrow columns nine digits must still fit. */
function valueSize(value: string, narrow: boolean): number {
  if (!narrow || value.length <= 5) return 20;
  return value.length <= 7 ? 16 : 11;
}
