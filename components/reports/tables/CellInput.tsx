import { memo } from "react";
import { type FieldValues, type UseFormReturn, useFormState } from "react-hook-form";
import { CarriedMark, carriedMarkId } from "@/components/reports/carrying/CarriedMark";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { fieldId } from "@/components/reports/drafting/place";
import { shown } from "@/components/reports/tables/table-form";
import { parseCell } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellFormat, TableKey } from "@/lib/format/format";

interface CellInputProps {
  table: TableKey;
  cell: CellFormat;
  form: UseFormReturn<FieldValues>;
  readOnly: boolean;
}

/** One value of a table. Typing draws nothing again but this cell, and that only when it is wrong. */
export const CellInput = memo(function CellInput({ table, cell, form, readOnly }: CellInputProps) {
  const { draft, view } = useDraft();
  const { key } = cell;
  const state = useFormState({ control: form.control, name: key, exact: true });
  const fault = form.getFieldState(key, state).error?.message;
  const id = fieldId(table, key);
  const isCarried = view.origins[table]?.[key] === "carried";

  function normalise(raw: string) {
    const parsed = parseCell(cell.kind, raw);
    const plain = parsed.ok ? shown(parsed.value) : raw;
    if (plain !== raw) form.setValue(key, plain);
  }

  const field = form.register(key, {
    onChange: (event) => draft.typeCells(table, { [key]: event.target.value }),
    onBlur: (event) => normalise(event.target.value),
  });
  return (
    <>
      <input
        {...field}
        id={id}
        data-cell={key}
        defaultValue={shown(cellsOf(draft.sections(), table)[key])}
        readOnly={readOnly}
        inputMode={cell.kind === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        maxLength={40}
        aria-label={`${cell.row}，${cell.column}`}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : isCarried ? carriedMarkId(table, key) : undefined}
        onFocus={(event) => event.target.select()}
      />
      {isCarried && <CarriedMark table={table} cell={key} />}
      {fault && (
        <span
          aria-hidden="true"
          className="absolute top-full right-0 z-20 hidden w-max max-w-56 rounded-sm border border-danger-line bg-danger-soft px-2 py-1 text-left text-xs text-danger group-focus-within:block"
        >
          {fault.slice(fault.indexOf("：") + 1)}
        </span>
      )}
    </>
  );
});
