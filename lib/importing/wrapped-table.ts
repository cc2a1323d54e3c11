import { columnsAgree } from "@/lib/importing/column-proof";
import type { Line } from "@/lib/importing/lines";
import { readHeads } from "@/lib/importing/table-heads";
import { hasTotals, printedCells, type TableRows } from "@/lib/importing/table-rows";
import {
  doubtSums,
  type PrintedRow,
  refuseRow,
  type TableReading,
  takeRow,
  wrongSums,
} from "@/lib/importing/table-values";
import { splitValues } from "@/lib/importing/value-tokens";
import { alignRows, type WrappedRow } from "@/lib/importing/wrapped-rows";

/**
 * Reads a table out of a PDF file's text: values stand behind their label, or
 * above, below or amid it, in the order of the rows. Which row a line of values
 * belongs to follows from the labels round it; the sums prove it.
 * @returns the lines that are no rows.
 */
export function readWrappedTable(reading: TableReading, rows: TableRows, lines: Line[]): Line[] {
  const split = lines.map(splitValues);
  const withoutValues = split.filter(({ values }) => values.length === 0).map(({ line }) => line);
  const most = Math.max(...rows.rows.map((row) => row.cells.length));
  const total =
    !hasTotals(reading.table) ||
    readHeads(reading.table, withoutValues).total ||
    split.some(({ label, values }) => label !== "" && values.length === most);
  if (!total) reading.layout.push("缺少“总计”列");
  const aligned = alignRows(reading, rows, { split, total });
  takeAligned(reading, aligned, total);
  const taken = new Set(aligned.taken);
  return lines.filter((line) => !taken.has(line));
}

function takeAligned(
  reading: TableReading,
  { rows, merged }: { rows: WrappedRow[]; merged: PrintedRow[] },
  total: boolean,
): void {
  const printed = rows.map(({ row, values, line }) => {
    return { row, cells: printedCells(row, total), values, line };
  });
  const fits = printed.filter(({ cells, values }) => cells.length === values.length);
  const needsColumns = hasTotals(reading.table);
  const agree = needsColumns && columnsAgree(reading.table, fits, merged);
  for (const one of printed) {
    const sums = wrongSums(one);
    if (!fits.includes(one)) {
      refuseRow(reading, one.row, one.line, "的数不足或多于规定的列数，不能确定各数属于哪一列");
    } else if (needsColumns && !agree && (!total || sums.length > 0)) {
      refuseRow(reading, one.row, one.line, "的数与总计对不上，不能确定各数属于哪一列");
    } else {
      takeRow(reading, one);
      doubtSums(reading, one, sums);
    }
  }
}
