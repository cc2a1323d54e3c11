import { columnBalances } from "@/lib/format/balance";
import { withTotals } from "@/lib/format/cells";
import type { Cells, TableFormat } from "@/lib/format/format";
import { numbersOf, type PrintedRow } from "@/lib/importing/table-values";

/**
 * Whether every column of a table agrees with its printed row of totals (rule
 * A2) and with the balance 一＋二＝三（七）＋四 (rule A3), every row being there.
 */
export function columnsAgree(
  table: TableFormat,
  rows: PrintedRow[],
  merged: PrintedRow[],
): boolean {
  const printed: Cells = {};
  for (const row of rows) addRow(printed, row);
  const outcome: Cells = { ...printed };
  for (const row of merged) addRow(outcome, row);
  const columns = table.cells.filter((cell) => cell.sumOf && cell.column !== "总计");
  const sumsAgree = columns.every(({ key, sumOf = [] }) => {
    const parts = sumOf.map((part) => outcome[part]);
    const isWhole = parts.every((part) => typeof part === "number" || merged.length > 0);
    const sum = parts.reduce<number>((all, part) => all + Number(part ?? 0), 0);
    return isWhole && sum === printed[key];
  });
  const balances = columnBalances({ ...withTotals(table, outcome), ...printed });
  return sumsAgree && balances.every(({ column, balanced }) => column === "total" || balanced);
}

function addRow(cells: Cells, row: PrintedRow): void {
  numbersOf(row).forEach((number, i) => {
    const key = row.cells[i]?.key;
    if (key) cells[key] = number;
  });
}
