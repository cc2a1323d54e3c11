import { allColumns, outcomeRows } from "@/lib/format/2021-applications";
import type { Cells } from "@/lib/format/format";

export interface ColumnBalance {
  column: string;
  label: string;
  /** 一 + 二. */
  left: number;
  /** 三（七）+ 四. */
  right: number;
  /** False while a cell of the column is blank: nothing can be said yet. */
  complete: boolean;
  balanced: boolean;
}

/** The official 勾稽关系 of 表三, 一＋二＝三（七）＋四, per column (domain rule A3). */
export function columnBalances(cells: Cells): ColumnBalance[] {
  return allColumns.map(({ key, label }) => {
    const value = (row: string) => cells[`${row}.${key}`];
    const number = (row: string) => Number(value(row) ?? 0);
    const left = number("received") + number("carriedIn");
    const right = number("concluded") + number("carriedOut");
    const rows = ["received", "carriedIn", "carriedOut", ...outcomeRows.map((r) => r.key)];
    const complete = rows.every((row) => typeof value(row) === "number");
    return { column: key, label, left, right, complete, balanced: left === right };
  });
}
