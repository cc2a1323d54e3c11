import type { TableFormat, TableKey } from "@/lib/format/format";

/** Columns in mm, as wide as their content wants. */
const wanted: Partial<Record<TableKey, number[]>> = {
  proactive: [48, 36, 36, 36],
  applications: [8.6, 24.6, 44.4, 11.2, 11.2, 11.2, 11.2, 11.2, 11.2, 11.2],
};

/** Widths of a table's columns in mm; together they fill the 156 mm of the type area. */
export function columnWidths({ key, columns }: TableFormat): number[] {
  return wanted[key] ?? Array.from({ length: columns }, () => 156 / columns);
}
