import { memo } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { fieldId } from "@/components/reports/drafting/place";
import { BalanceRow } from "@/components/reports/tables/BalanceRow";
import { CellInput } from "@/components/reports/tables/CellInput";
import { TotalCell } from "@/components/reports/tables/TotalCell";
import { classNames } from "@/components/ui/class-names";
import { cellFormat } from "@/lib/format/cells";
import type { LayoutCell, TableFormat } from "@/lib/format/format";

interface TableGridProps {
  table: TableFormat;
  form: UseFormReturn<FieldValues>;
  readOnly: boolean;
}

const grid =
  "w-full border-separate border-spacing-0 border-t border-l border-edge text-sm " +
  "[&_:is(th,td)]:border-r [&_:is(th,td)]:border-b [&_:is(th,td)]:border-edge";

/** Said once for all inputs of a table: repeated on each, it would be most of the page. */
const inputs =
  "[&_input]:block [&_input]:h-8 [&_input]:w-full [&_input]:scroll-mt-40 [&_input]:scroll-mb-16 " +
  "[&_input]:bg-transparent [&_input]:px-1.5 [&_input]:text-right [&_input]:text-sm " +
  "[&_input]:tabular-nums [&_input]:-outline-offset-2 " +
  "pointer-coarse:[&_input]:h-11 pointer-coarse:[&_input]:text-base " +
  "[&_input[aria-invalid]]:bg-danger-soft [&_input[aria-invalid]]:text-danger " +
  "[&_input[aria-invalid]]:shadow-[inset_0_0_0_1px_var(--color-danger)]";

/** Widths of the three levels of row names of 表三; the values share the rest. */
const columnWidths: Partial<Record<TableFormat["key"], string[]>> = {
  applications: ["w-8", "w-14 xl:w-18", "w-32 xl:w-44"],
};

/** A table as the regulation prints it: merged heads, scopes, caption; inputs where values stand. */
export const TableGrid = memo(function TableGrid({ table, form, readOnly }: TableGridProps) {
  const widths = columnWidths[table.key] ?? [];
  const isBalanced = table.key === "applications";
  return (
    <table className={classNames(grid, inputs, table.columns > 4 && "min-w-175 table-fixed")}>
      <caption className="pb-1.5 text-left text-sm font-bold">
        {table.name}　{table.caption}
      </caption>
      {widths.length > 0 && (
        <colgroup>
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
            <col key={index} className={width} />
          ))}
        </colgroup>
      )}
      {table.headRows.length > 0 && (
        <thead className={table.bodyRows.length > 1 ? "sticky top-0 z-[2] xl:top-11" : undefined}>
          <Rows rows={table.headRows} {...{ table, form, readOnly }} />
        </thead>
      )}
      <tbody>
        <Rows rows={table.bodyRows} {...{ table, form, readOnly }} />
      </tbody>
      {isBalanced && (
        <tfoot>
          <BalanceRow headColumns={3} />
        </tfoot>
      )}
    </table>
  );
});

function Rows({ rows, ...rest }: TableGridProps & { rows: LayoutCell[][] }) {
  return rows.map((row, y) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the official table never moves
    <tr key={y}>
      {row.map((cell, x) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the official table never moves
        <Cell key={x} cell={cell} {...rest} />
      ))}
    </tr>
  ));
}

function Cell({ cell, table, form, readOnly }: TableGridProps & { cell: LayoutCell }) {
  const { text, scope, colSpan, rowSpan } = cell;
  const span = { colSpan, rowSpan };
  const value = cell.cell ? cellFormat(table, cell.cell) : undefined;
  if (!value) {
    if (!scope) {
      return (
        <td {...span} className="bg-ground px-2 py-1 text-xs text-muted">
          {text}
        </td>
      );
    }
    return (
      <th {...span} scope={scope} className={headStyle(scope, colSpan)}>
        {scope === "row" ? <span className={rowName}>{text}</span> : text}
      </th>
    );
  }
  if (value.sumOf) {
    return (
      <td {...span} id={fieldId(table.key, value.key)} tabIndex={-1} className="bg-sunken">
        <TotalCell table={table.key} cell={value.key} />
      </td>
    );
  }
  return (
    <td {...span} className={classNames("group relative p-0", readOnly ? "bg-ground" : "bg-paper")}>
      <CellInput table={table.key} cell={value} form={form} readOnly={readOnly} />
    </td>
  );
}

/** The words of a row stay in view too, in the part of their cell that does. */
const rowName = "sticky left-2 inline-block max-xl:max-w-28";

/** Where a table scrolls sideways, a name over several columns stays with its last one. */
const rowOffsets: Record<number, string> = { 1: "left-0", 2: "-left-14", 3: "-left-22" };

function headStyle(scope: NonNullable<LayoutCell["scope"]>, colSpan = 1): string {
  const plain = "bg-ground px-2 py-1 text-xs leading-5";
  if (scope === "row") return `${plain} sticky ${rowOffsets[colSpan]} z-[1] text-left font-normal`;
  if (scope === "rowgroup") return `${plain} text-left font-normal`;
  return `${plain} text-center font-bold`;
}
