import {
  type FieldError,
  type FieldValues,
  get,
  type UseFormReturn,
  useFormState,
} from "react-hook-form";
import { fieldId, focusPlace } from "@/components/reports/drafting/place";
import { typedCells } from "@/lib/format/cells";
import type { TableFormat } from "@/lib/format/format";

interface TableFaultsProps {
  table: TableFormat;
  form: UseFormReturn<FieldValues>;
}

/** Every refused cell of a table with its reason; it stays as typed and is not saved. */
export function TableFaults({ table, form }: TableFaultsProps) {
  const { errors } = useFormState({ control: form.control });
  const faults = typedCells(table).flatMap(({ key }) => {
    const fault: FieldError | undefined = get(errors, key);
    return fault?.message ? [{ key, message: fault.message }] : [];
  });
  return (
    <ul aria-live="polite" className="space-y-0.5 text-sm text-danger">
      {faults.map(({ key, message }) => (
        <li key={key} id={`${fieldId(table.key, key)}-fault`}>
          <button
            type="button"
            className="text-left underline underline-offset-4"
            onClick={() => focusPlace(table.key, key)}
          >
            {message}。没有保存，请改正。
          </button>
        </li>
      ))}
    </ul>
  );
}
