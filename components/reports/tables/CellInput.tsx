import { memo } from "react";
import { type FieldValues, type UseFormReturn, useFormState } from "react-hook-form";
import { CarriedMark, carriedMarkId } from "@/components/reports/carrying/CarriedMark";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { fieldId } from "@/components/reports/drafting/place";
import { cellFindingsId } from "@/components/reports/findings/CellFindings";
import { markId } from "@/components/reports/tables/MarkLegend";
import { OriginMark } from "@/components/reports/tables/OriginMark";
import { shown } from "@/components/reports/tables/table-form";
import type { CellEdits } from "@/components/reports/tables/use-cell-edits";
import { classNames } from "@/components/ui/class-names";
import { parseCell } from "@/lib/format/cells";
import { cellsOf } from "@/lib/format/content";
import type { CellFormat, TableKey } from "@/lib/format/format";

interface CellInputProps {
  table: TableKey;
  cell: CellFormat;
  form: UseFormReturn<FieldValues>;
  readOnly: boolean;
  edits: CellEdits;
  /** Last year's value as it is shown; null where it is not asked for. */
  lastYear: string | null;
}

/** One value of a table. Typing draws nothing again but this cell, and that only when it is wrong. */
export const CellInput = memo(function CellInput(props: CellInputProps) {
  const { table, cell, form, readOnly, edits, lastYear } = props;
  const { draft, view } = useDraft();
  const { key } = cell;
  const state = useFormState({ control: form.control, name: key, exact: true });
  const fault = form.getFieldState(key, state).error?.message;
  const id = fieldId(table, key);
  const came = view.origins[table]?.[key];
  const isCarried = came === "carried" || came === "stated";
  const origin = useDraftValue((present) => {
    const value = cellsOf(present.sections(), table)[key] ?? null;
    if (value === null) return null;
    const isStored = value === cellsOf(view.sections, table)[key];
    return (isStored && came) || "typed";
  });
  const mark = origin === "carried" || origin === "stated" ? null : origin;

  function leave(raw: string) {
    edits.leave();
    const parsed = parseCell(cell.kind, raw);
    const plain = parsed.ok ? shown(parsed.value) : raw;
    if (plain !== raw) form.setValue(key, plain);
  }

  const field = form.register(key, {
    onChange: (event) => edits.type(key, event.target.value),
    onBlur: (event) => leave(event.target.value),
  });
  const described = classNames(
    fault && `${id}-fault`,
    cellFindingsId(table, key),
    lastYear !== null && `${id}-last`,
    isCarried && carriedMarkId(table, key),
    mark && markId(table, mark),
  );
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
        aria-describedby={described}
        onFocus={(event) => event.target.select()}
      />
      {isCarried && <CarriedMark table={table} cell={key} />}
      {mark && <OriginMark origin={mark} />}
      {lastYear !== null && (
        <span
          id={`${id}-last`}
          className="block px-1.5 pb-0.5 text-right text-xs text-muted tabular-nums"
        >
          <span className="sr-only">上年</span>
          {lastYear || "未填"}
        </span>
      )}
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
