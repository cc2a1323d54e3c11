import type { CellFormat, LayoutCell, TableFormat } from "@/lib/format/format";
import { bareText, likeness, withoutNumber } from "@/lib/importing/labels";

/** A row of values of the official table, with what its label is compared by. */
export interface TableRow {
  /** As printed in the official table; empty where the row has no label of its own. */
  label: string;
  bare: string;
  unnumbered: string;
  /** Columns that the label spans. */
  span: number;
  cells: CellFormat[];
}

/** A label that stands to the left of several rows: （六）其他处理. */
export interface RowGroup {
  label: string;
  bare: string;
  from: number;
  count: number;
}

export interface TableRows {
  rows: TableRow[];
  groups: RowGroup[];
  /** Every text that the official table prints, for telling known text from unknown. */
  texts: string[];
}

const TOTAL = "总计";

/** Rows, groups and texts of a table out of its layout. */
export function tableRows(table: TableFormat): TableRows {
  const formats = new Map(table.cells.map((cell) => [cell.key, cell]));
  const rows: TableRow[] = [];
  const groups: RowGroup[] = [];
  for (const layout of table.bodyRows) {
    const cells = layout.flatMap(({ cell }) => formats.get(cell ?? "") ?? []);
    if (cells.length === 0) continue;
    for (const { text = "", rowSpan = 1 } of layout) {
      if (rowSpan < 2) continue;
      groups.push({ label: text, bare: bareText(text), from: rows.length, count: rowSpan });
    }
    rows.push(rowOf(layout, cells));
  }
  const printed = [...table.headRows, ...table.bodyRows].flat();
  const texts = [table.name, table.caption, ...printed.map((cell) => cell.text ?? "")];
  return { rows, groups, texts: texts.map(bareText) };
}

function rowOf(layout: LayoutCell[], cells: CellFormat[]): TableRow {
  const own = layout.findLast((cell) => cell.text !== undefined);
  const label = own?.text ?? "";
  return {
    label,
    bare: bareText(label),
    unnumbered: withoutNumber(label),
    span: own?.colSpan ?? 1,
    cells,
  };
}

/** The row whose label a text is, or ends with; null where none is or several are. */
export function exactRow(rows: TableRow[], text: string): number | null {
  const bare = bareText(text);
  if (bare === "") return null;
  const ending = rows.findIndex((row) => row.bare !== "" && bare.endsWith(row.bare));
  if (ending >= 0) return longestEnding(rows, bare, ending);
  const unnumbered = withoutNumber(text);
  const same = rows.findIndex((row) => row.unnumbered !== "" && row.unnumbered === unnumbered);
  return same >= 0 ? same : null;
}

function longestEnding(rows: TableRow[], bare: string, first: number): number {
  let best = first;
  rows.forEach((row, i) => {
    const longer = row.bare.length > (rows[best]?.bare.length ?? 0);
    if (longer && bare.endsWith(row.bare)) best = i;
  });
  return best;
}

/** The one row whose label a text resembles, among rows `from` to `to` (exclusive). */
export function similarRow(
  rows: TableRow[],
  text: string,
  [from, to]: [from: number, to: number] = [0, rows.length],
): number | null {
  const bare = bareText(text);
  const scored = rows
    .map((row, i) => ({
      i,
      score: Math.max(likeness(bare, row.bare), likeness(bare, row.unnumbered)),
    }))
    .slice(from, to)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score < 0.7 || best.score - (second?.score ?? 0) < 0.1) return null;
  return best.i;
}

/** The group whose label a text is, or ends with. */
export function findGroup({ groups }: TableRows, text: string): RowGroup | null {
  const bare = bareText(text);
  return groups.find((group) => bare.endsWith(group.bare)) ?? null;
}

/** A row's cells as printed where the table has no 总计 column. */
export function printedCells(row: TableRow, totals: boolean): CellFormat[] {
  return totals ? row.cells : row.cells.filter((cell) => cell.column !== TOTAL);
}

export function hasTotals(table: TableFormat): boolean {
  return table.cells.some((cell) => cell.column === TOTAL);
}

/** Whether text between the values is the table's own: labels and heads, whole or in pieces. */
export function isTableText({ texts }: TableRows, text: string): boolean {
  return text.split(/\s+/).every((piece) => {
    const bare = bareText(piece);
    if (bare === "") return piece.length < 3;
    // A number by itself may be a page number or a value that lost its place.
    return !/^\d+$/.test(bare) && texts.some((known) => known.includes(bare));
  });
}
