import { memo } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { fieldId } from "@/components/reports/drafting/place";
import { isOpenPlace } from "@/components/reports/drafting/use-opening";
import { cellFindingsId } from "@/components/reports/findings/CellFindings";
import { BalanceRow } from "@/components/reports/tables/BalanceRow";
import { CellInput } from "@/components/reports/tables/CellInput";
import { asideStyle, HeadCell } from "@/components/reports/tables/HeadCell";
import { markId } from "@/components/reports/tables/MarkLegend";
import { TotalCell } from "@/components/reports/tables/TotalCell";
import { shown } from "@/components/reports/tables/table-form";
import { ALL_COLUMNS, sliceOf } from "@/components/reports/tables/table-slices";
import type { CellEdits } from "@/components/reports/tables/use-cell-edits";
import { classNames } from "@/components/ui/class-names";
import { cellFormat } from "@/lib/format/cells";
import type { Cells, LayoutCell, TableFormat } from "@/lib/format/format";
import type { Opening } from "@/lib/reports/openings/rules";

interface TableGridProps {
  table: TableFormat;
  form: UseFormReturn<FieldValues>;
  opening: Opening;
  edits: CellEdits;
  /** The columns that a phone shows. */
  columns: string;
  /** Shown beside the values; null where it is not asked for. */
  lastYear: Cells | null;
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
  "[&_input[aria-invalid]]:shadow-[inset_0_0_0_1px_var(--color-danger)] " +
  "[&_td[data-chosen]]:bg-primary-soft [&_td[data-chosen]]:shadow-[inset_0_0_0_1px_var(--color-primary-line)]";

/** Widths of the three levels of row names of 表三; the values share the rest. */
const columnWidths: Partial<Record<TableFormat["key"], string[]>> = {
  applications: ["w-8", "w-14 xl:w-18", "w-32 xl:w-44"],
};

/** A table as the regulation prints it: merged heads, scopes, caption; inputs where values stand. */
export const TableGrid = memo(function TableGrid(props: TableGridProps) {
  const { table, columns } = props;
  const widths = columnWidths[table.key] ?? [];
  const isBalanced = table.key === "applications";
  return (
    <table className={classNames(grid, inputs, table.columns > 4 && wide(columns))}>
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
        <thead className={table.bodyRows.length > 1 ? stickyHead(columns) : undefined}>
          <Rows {...props} rows={table.headRows} />
        </thead>
      )}
      <tbody>
        <Rows {...props} rows={table.bodyRows} />
      </tbody>
      {isBalanced && (
        <tfoot>
          <BalanceRow headColumns={3} columns={columns} />
        </tfoot>
      )}
    </table>
  );
});

/** Room for all columns, unless a phone shows some of them alone. */
function wide(columns: string): string {
  return columns === ALL_COLUMNS ? "min-w-175 table-fixed" : "sm:min-w-175 table-fixed";
}

/** Below the page's own bar where the page scrolls, and not the frame of the table. */
function stickyHead(columns: string): string {
  return classNames("sticky top-0 z-[2] xl:top-11", columns !== ALL_COLUMNS && "max-sm:top-11");
}

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

function Cell({ cell, ...props }: TableGridProps & { cell: LayoutCell }) {
  const { table, opening, columns, lastYear, ...rest } = props;
  const span = { colSpan: cell.colSpan, rowSpan: cell.rowSpan };
  const value = cell.cell ? cellFormat(table, cell.cell) : undefined;
  const aside = asideStyle(sliceOf(table, cell), columns);
  if (!value) return <HeadCell {...{ table, cell, aside }} isWhole={columns === ALL_COLUMNS} />;
  const last = lastYear && shown(lastYear[value.key]);
  if (value.sumOf) {
    return (
      <td
        {...span}
        id={fieldId(table.key, value.key)}
        tabIndex={-1}
        aria-describedby={`${markId(table.key, "computed")} ${cellFindingsId(table.key, value.key)}`}
        className={classNames("bg-sunken", aside)}
      >
        <TotalCell table={table.key} cell={value.key} lastYear={last} />
      </td>
    );
  }
  const readOnly = !isOpenPlace(opening, value.key);
  return (
    <td
      {...span}
      className={classNames("group relative p-0", readOnly ? "bg-ground" : "bg-paper", aside)}
    >
      <CellInput table={table.key} cell={value} {...{ readOnly, ...rest }} lastYear={last} />
    </td>
  );
}
