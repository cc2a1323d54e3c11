import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import { cellFormat, cellName, parseCell, typedCells } from "@/lib/format/cells";
import { nestCells } from "@/lib/format/content";
import type { Cells, CellValue, TableFormat } from "@/lib/format/format";

/** A value as its input shows it; blank is empty. */
export function shown(value: CellValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Values of the inputs of a table, nested as the form library nests the names `row.column`. */
export function inputValues(table: TableFormat, cells: Cells): FieldValues {
  const values = typedCells(table).map(({ key }): [string, string] => [key, shown(cells[key])]);
  return nestCells(Object.fromEntries(values));
}

/** Refuses what `lib/format` refuses, each fault naming its cell. */
export function tableResolver(table: TableFormat): Resolver<FieldValues> {
  return (values, _, { names }) => {
    const keys = names ?? typedCells(table).map(({ key }) => key);
    const errors: FieldErrors = {};
    for (const key of keys) {
      const [row = "", column] = key.split(".");
      const raw = column === undefined ? values[row] : values[row]?.[column];
      const fault = faultOf(table, key, raw);
      if (!fault) continue;
      const error = { type: "cell", message: fault };
      errors[row] = column === undefined ? error : { ...errors[row], [column]: error };
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

/** 表三「…」行「自然人」列：只能填写数字; null where the value is legal. */
function faultOf(table: TableFormat, key: string, raw: unknown): string | null {
  const cell = cellFormat(table, key);
  if (!cell) return null;
  const parsed = parseCell(cell.kind, typeof raw === "string" ? raw : "");
  return parsed.ok ? null : `${table.name}${cellName(cell)}：${parsed.reason}`;
}
