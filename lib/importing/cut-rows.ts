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
 * the one that was lost, with nothing in it; the rows are taken only where all
 * ways that agree with the sums of every column (rules A2, A3) say the same.
 * Counts are never negative, so a column whose other rows already make up its
 * total has zeros in the lost cells.
 */
export function takeCutRows(reading: TableReading, whole: PrintedRow[], cut: PrintedRow[]): void {
  const readings = hasTotals(reading.table) ? agreeing(reading, whole, cut) : [];
  const [first] = readings;
  if (first && new Set(readings.map(valuesOf)).size === 1) {
    for (const row of first) takeRow(reading, row);
    reading.layout.push("部分行少印一格，缺的一格按各列的合计为0");
    return;
  }
  for (const { row, line } of cut) refuseRow(reading, row, line, "的格数与规定的列数对不上");
}

function agreeing(reading: TableReading, whole: PrintedRow[], cut: PrintedRow[]): PrintedRow[][] {
  const columns = cut[0]?.cells.map((_, i) => i) ?? [];
  return columns
    .map((lost) => cut.map((row) => withLost(row, lost)))
    .filter((rows) => rows.every((row) => wrongSums(row).length === 0))
    .filter((rows) => columnsAgree(reading.table, [...whole, ...rows], []));
}

/** The row with a zero in the lost column; a lost 总计 was not printed at all. */
function withLost(printed: PrintedRow, lost: number): PrintedRow {
  if (printed.cells[lost]?.sumOf) {
    return { ...printed, cells: printed.cells.filter((_, i) => i !== lost) };
  }
  return { ...printed, values: printed.values.toSpliced(lost, 0, "0") };
}

function valuesOf(rows: PrintedRow[]): string {
  const typed = rows.flatMap(({ cells, values }) => {
    return cells.map((cell, i) => (cell.sumOf ? "" : `${cell.key}=${Number(values[i])}`));
  });
  return typed.join(" ");
}
