import { parseCell } from "@/lib/format/cells";
import type { CellFormat, Cells, TableFormat, TableKey } from "@/lib/format/format";
import type { Doubt } from "@/lib/format/source";
import { doubtAt, type Line } from "@/lib/importing/lines";
import { findGroup, type TableRow, type TableRows } from "@/lib/importing/table-rows";

/** What was read out of one printed table. */
export interface TableReading {
  table: TableFormat;
  /** Cells that a person types; absent where nothing was read. */
  cells: Cells;
  /** Printed values of computed cells. */
  totals: Cells;
  doubts: Doubt[];
  /** Rows that were left blank, each with a doubt. */
  refused: Set<TableRow>;
  /** Deviations from the official layout. */
  layout: string[];
  /** Text under the table. */
  notes: Line[];
}

export function emptyReading(table: TableFormat): TableReading {
  return { table, cells: {}, totals: {}, doubts: [], refused: new Set(), layout: [], notes: [] };
}

/** A printed row: the texts of its cells, in the order of `cells`. */
export interface PrintedRow {
  row: TableRow;
  cells: CellFormat[];
  values: string[];
  line: Line;
}

/** Takes a row over, cell by cell: blank is null, what is no number is null with a doubt. */
export function takeRow(reading: TableReading, { cells, values, line }: PrintedRow): void {
  cells.forEach((cell, i) => {
    const raw = values[i] ?? "";
    const parsed = parseCell(cell.kind, raw);
    const target = cell.sumOf ? reading.totals : reading.cells;
    target[cell.key] = parsed.ok ? parsed.value : null;
    if (parsed.ok) return;
    const reason = `“${raw}”不能作为这一格的数：${parsed.reason}；没有采用，请核对后填写`;
    const doubt = doubtAt(line, reason, reading.table.key, cell.key);
    reading.doubts.push({ ...doubt, raw });
  });
}

/** A row that is left blank because it was not read with certainty. */
export function refuseRow(reading: TableReading, row: TableRow, line: Line, why: string): void {
  const name = row.label ? `「${row.label}」一行` : "数值行";
  const reason = `${name}${why}；这一行没有采用，请对照来稿填写`;
  const cell = row.label ? (row.cells[0]?.key ?? null) : null;
  reading.doubts.push(doubtAt(line, reason, reading.table.key, cell));
  reading.refused.add(row);
}

/**
 * A group that prints one row of values instead of its single rows: those are
 * not known. False where the label is no group's.
 */
export function refuseGroup(
  reading: TableReading,
  rows: TableRows,
  label: string,
  line: Line,
): boolean {
  const group = findGroup(rows, label);
  if (!group) return false;
  reading.layout.push(`“${group.label}”没有分项填写`);
  const why = `没有分项的数：来稿只在“${group.label}”处印了一行数`;
  const members = rows.rows.slice(group.from, group.from + group.count);
  for (const row of members) refuseRow(reading, row, line, why);
  return true;
}

/** Numbers of a printed row; null where a cell is blank or no number. */
export function numbersOf({ cells, values }: PrintedRow): (number | null)[] {
  return cells.map((cell, i) => {
    const parsed = parseCell(cell.kind, values[i]);
    return parsed.ok && parsed.value !== null ? Number(parsed.value) : null;
  });
}

/** A printed 总计 beside the sum of the cells to its left, back to the 总计 before it. */
export interface RowSum {
  cell: CellFormat;
  sum: number;
  printed: number;
}

/** Sums of a printed row (rules A1, B1) that its printed 总计 contradicts; a blank counts nothing. */
export function wrongSums(printed: PrintedRow): RowSum[] {
  const numbers = numbersOf(printed);
  const wrong: RowSum[] = [];
  let sum = 0;
  printed.cells.forEach((cell, i) => {
    const number = numbers[i] ?? null;
    if (cell.column !== "总计") sum += number ?? 0;
    else {
      if (number !== null && number !== sum) wrong.push({ cell, sum, printed: number });
      sum = 0;
    }
  });
  return wrong;
}

/** Values are kept, but the person is told which printed total does not agree with them. */
export function doubtSums(reading: TableReading, printed: PrintedRow, sums: RowSum[]): void {
  const key: TableKey = reading.table.key;
  for (const { cell, sum, printed: total } of sums) {
    const reason = `「${cell.row}」各项之和为${sum}，来稿印出的总计为${total}；各项按来稿读取，请核对`;
    reading.doubts.push(doubtAt(printed.line, reason, key, cell.key));
  }
}
