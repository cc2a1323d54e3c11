import { takeCutRows } from "@/lib/importing/cut-rows";
import { bareText } from "@/lib/importing/labels";
import type { Line } from "@/lib/importing/lines";
import { readHeads } from "@/lib/importing/table-heads";
import {
  exactRow,
  hasTotals,
  printedCells,
  similarRow,
  type TableRow,
  type TableRows,
} from "@/lib/importing/table-rows";
import {
  doubtSums,
  type PrintedRow,
  refuseGroup,
  refuseRow,
  type TableReading,
  takeRow,
  wrongSums,
} from "@/lib/importing/table-values";
import { isValueLike, tabCells } from "@/lib/importing/value-tokens";

/** Labels stand in the first three columns; one more for a sheet's own numbering. */
const LABEL_COLUMNS = 4;

interface Located {
  line: Line;
  index: number;
  /** Cells to the right of the label. */
  after: string[];
}

/**
 * Reads a table copied from a web page or a sheet: one line per row, a tab
 * between cells. Merged labels leave empty cells behind, or do not; how many is
 * learnt from the rows that are filled throughout.
 * @returns the lines that are no rows.
 */
export function readTabbedTable(reading: TableReading, rows: TableRows, lines: Line[]): Line[] {
  const rest: Line[] = [];
  const located: Located[] = [];
  for (const line of lines) {
    const found = line.raw.includes("\t") ? locate(reading, rows, line) : null;
    if (found) located.push(...found);
    else rest.push(line);
  }
  const width = (row: TableRow) => row.cells.length;
  const filled = ({ index, after }: Located) => {
    const row = rows.rows[index];
    return row !== undefined && after.filter((cell) => cell !== "").length >= width(row);
  };
  const total =
    !hasTotals(reading.table) || readHeads(reading.table, rest).total || located.some(filled);
  if (!total) reading.layout.push("缺少“总计”列");
  takeLocated(reading, rows.rows, located, total);
  return rest;
}

/** The row of a line and what stands to the right of its label; null for a line that is no row. */
function locate(reading: TableReading, rows: TableRows, line: Line): Located[] | null {
  const cells = tabCells(line);
  if (!cells) return null;
  const hasValues = cells.some(isValueLike);
  for (let i = Math.min(cells.length, LABEL_COLUMNS) - 1; i >= 0; i -= 1) {
    const index = exactRow(rows.rows, cells[i] ?? "");
    // A head like 其他 reads like the label 3.其他, but stands in a line without values.
    const isWhole = index !== null && bareText(cells[i] ?? "") === rows.rows[index]?.bare;
    if (index !== null && (hasValues || isWhole))
      return [{ line, index, after: cells.slice(i + 1) }];
  }
  return hasValues ? locateByLikeness(reading, rows, { line, cells }) : null;
}

function locateByLikeness(
  reading: TableReading,
  rows: TableRows,
  { line, cells }: { line: Line; cells: string[] },
): Located[] | null {
  const at = cells
    .slice(0, LABEL_COLUMNS)
    .findLastIndex((cell) => /\D{2}/.test(cell) && !isValueLike(cell));
  const label = cells[at] ?? "";
  if (refuseGroup(reading, rows, label, line)) return [];
  const index = similarRow(rows.rows, label);
  if (index === null) return null;
  reading.layout.push(`行标题“${rows.rows[index]?.label}”印作“${label}”`);
  return [{ line, index, after: cells.slice(at + 1) }];
}

function takeLocated(
  reading: TableReading,
  rows: TableRow[],
  located: Located[],
  total: boolean,
): void {
  const times = new Map<number, number>();
  for (const { index } of located) times.set(index, (times.get(index) ?? 0) + 1);
  const fillers = learnFillers(rows, located, total);
  const whole: PrintedRow[] = [];
  const cut: PrintedRow[] = [];
  for (const { line, index, after } of located) {
    const row = rows[index];
    if (!row) continue;
    const cells = printedCells(row, total);
    const values = place(after, { row, width: cells.length, learnt: fillers.get(row.span) });
    if ((times.get(index) ?? 0) > 1) refuseRow(reading, row, line, "在来稿中不止一处");
    else if (values) whole.push({ row, cells, values, line });
    else if (isCut(after, row, cells.length)) cut.push({ row, cells, values: after, line });
    else refuseRow(reading, row, line, "的格数与规定的列数对不上");
  }
  for (const printed of whole) {
    takeRow(reading, printed);
    doubtSums(reading, printed, wrongSums(printed));
  }
  if (cut.length > 0) takeCutRows(reading, whole, cut);
}

/** One cell less than the official row has, none of them blank. */
function isCut(after: string[], { span }: TableRow, width: number): boolean {
  return span === 1 && after.length === width - 1 && after.every((cell) => cell !== "");
}

/** Empty cells that a merged label leaves behind, by the columns it spans. */
function learnFillers(rows: TableRow[], located: Located[], total: boolean): Map<number, number> {
  const learnt = new Map<number, number>([[1, 0]]);
  for (const { index, after } of located) {
    const row = rows[index];
    if (!row) continue;
    const at = filledFrom(after, row.span, printedCells(row, total).length);
    if (at !== null && !learnt.has(row.span)) learnt.set(row.span, at);
  }
  return learnt;
}

/** Where a run of exactly `width` filled cells begins, with only empty ones round it. */
function filledFrom(after: string[], span: number, width: number): number | null {
  const first = after.findIndex((cell) => cell !== "");
  if (first < 0 || first >= span) return null;
  const run = after.slice(first, first + width);
  const behind = after.slice(first + width);
  const isFull = run.length === width && run.every((cell) => cell !== "");
  return isFull && behind.every((cell) => cell === "") ? first : null;
}

/** The values of a row; null where their columns are not certain. */
function place(
  after: string[],
  { row, width, learnt }: { row: TableRow; width: number; learnt: number | undefined },
): string[] | null {
  const filled = filledFrom(after, row.span, width);
  if (filled !== null) return after.slice(filled, filled + width);
  if (after.length === 0) return null;
  if (after.every((cell) => cell === "")) return Array.from({ length: width }, () => "");
  const at = learnt ?? (after.length === row.span - 1 + width ? row.span - 1 : null);
  if (at === null || after.length < at + width) return null;
  const around = [...after.slice(0, at), ...after.slice(at + width)];
  if (around.some((cell) => cell !== "")) return null;
  const values = after.slice(at, at + width);
  return learnt === undefined && !isProven(row, values) ? null : values;
}

/** Without a filled row to learn from, the row's own sum must show that nothing is shifted. */
function isProven(row: TableRow, values: string[]): boolean {
  const printed = { row, cells: row.cells, values, line: { no: 0, raw: "", text: "" } };
  return (
    values.length === row.cells.length && values.at(-1) !== "" && wrongSums(printed).length === 0
  );
}
