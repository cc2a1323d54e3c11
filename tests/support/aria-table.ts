import { shown } from "@/components/reports/tables/table-form";
import { cellFormat } from "@/lib/format/cells";
import type { Cells, LayoutCell, TableFormat } from "@/lib/format/format";

/**
 * A table as a screen reader's tree must have it, in Playwright's notation: rows, heads of columns
 * and rows, and every value under its row and column. Computed values are no fields.
 */
export function ariaTable(table: TableFormat, cells: Cells): string {
  const rows = (list: LayoutCell[][]) => list.flatMap((row) => rowLines(table, row, cells));
  const groups = [table.headRows, table.bodyRows].filter((list) => list.length > 0);
  const lines = groups.flatMap((list) => ["- rowgroup:", ...indented(rows(list))]);
  return [`- table /^${table.name}/:`, ...indented(lines)].join("\n");
}

function rowLines(table: TableFormat, row: LayoutCell[], cells: Cells): string[] {
  return ["- row:", ...indented(row.flatMap((cell) => cellLines(table, cell, cells)))];
}

function cellLines(table: TableFormat, { text, scope, cell }: LayoutCell, cells: Cells): string[] {
  if (scope) return [`- ${scope.startsWith("row") ? "rowheader" : "columnheader"} "${text}"`];
  const format = cell && cellFormat(table, cell);
  if (!format) return [`- cell "${text}"`];
  const value = shown(cells[format.key]);
  if (format.sumOf) return [value ? `- cell "${value}"` : "- cell"];
  const name = `${format.row}，${format.column}`;
  return ["- cell:", `  - textbox "${name}"${value && `: "${value}"`}`];
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
