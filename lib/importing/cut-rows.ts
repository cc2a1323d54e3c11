import { columnsAgree } from "@/lib/importing/column-proof";
import { hasTotals } from "@/lib/importing/table-rows";
import {
  type PrintedRow,
  refuseRow,
  type TableReading,
  takeRow,
  wrongSums,
} from "@/lib/importing/table-values";

/**
 * Takes over rows that lack one cell, as a page loses the last column of the
 * rows whose label spans fewer columns than it should. Each column is tried as
 * the one that was lost, with nothing in it; the rows are taken where a way
 * agrees with the sums of every column (rules A2, A3). Counts are never
 * negative, so a second way that agrees can only move zeros: it says the same.
 */
export function takeCutRows(reading: TableReading, whole: PrintedRow[], cut: PrintedRow[]): void {
  const rows = hasTotals(reading.table) ? agreeing(reading, whole, cut) : undefined;
  if (rows) {
    for (const row of rows) takeRow(reading, row);
    reading.layout.push("部分行少印一格，缺的一格按各列的合计为0");
    return;
  }
  for (const { row, line } of cut) refuseRow(reading, row, line, "的格数与规定的列数对不上");
}

function agreeing(
  reading: TableReading,
  whole: PrintedRow[],
  cut: PrintedRow[],
): PrintedRow[] | undefined {
  const columns = cut[0]?.cells.map((_, i) => i) ?? [];
  return columns
    .map((lost) => cut.map((row) => withLost(row, lost)))
    .filter((rows) => rows.every((row) => wrongSums(row).length === 0))
    .find((rows) => columnsAgree(reading.table, [...whole, ...rows], []));
}

/** The row with a zero in the lost column; a lost 总计 was not printed at all. */
function withLost(printed: PrintedRow, lost: number): PrintedRow {
  if (printed.cells[lost]?.sumOf) {
    return { ...printed, cells: printed.cells.filter((_, i) => i !== lost) };
  }
  return { ...printed, values: printed.values.toSpliced(lost, 0, "0") };
}
