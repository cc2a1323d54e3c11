import { ALL_COLUMNS } from "@/components/reports/tables/table-slices";
import { classNames } from "@/components/ui/class-names";
import type { LayoutCell, TableFormat } from "@/lib/format/format";

interface HeadCellProps {
  table: TableFormat;
  cell: LayoutCell;
  /** Where it stands over columns that a phone does not show now. */
  aside: string | undefined;
  /** A phone shows all columns, and scrolls them sideways. */
  isWhole: boolean;
}

/** A head of the table; the name of a row with values has a button that explains the row. */
export function HeadCell({ table, cell, aside, isWhole }: HeadCellProps) {
  const { text, scope, colSpan, rowSpan } = cell;
  const span = { colSpan, rowSpan };
  if (!scope) {
    return (
      <td {...span} className={classNames("bg-ground px-2 py-1 text-xs text-muted", aside)}>
        {text}
      </td>
    );
  }
  const row = table.cells.find((value) => value.row === text)?.key.split(".")[0];
  return (
    // Named by its text alone: the button is no part of the name.
    <th
      {...span}
      scope={scope}
      aria-label={row && text}
      className={classNames(headStyle(scope, colSpan), aside)}
    >
      {scope === "row" ? (
        <span className={classNames(rowName, isWhole ? "max-xl:max-w-28" : "sm:max-xl:max-w-28")}>
          {text}
          {row && <ExplainButton row={row} name={text} />}
        </span>
      ) : (
        <>
          {text}
          {row && <ExplainButton row={row} name={text} />}
        </>
      )}
    </th>
  );
}

/** For the pointer: with the keyboard F1 in a cell does the same, and Tab goes from cell to cell. */
function ExplainButton({ row, name }: { row: string; name?: string }) {
  return (
    <button
      type="button"
      data-row={row}
      tabIndex={-1}
      title="填报说明（F1）"
      aria-label={`填报说明：${name}`}
      className="ml-1 inline-block size-6 rounded-full text-xs text-primary hover:bg-primary-soft"
    >
      ?
    </button>
  );
}

/** The words of a row stay in view too, in the part of their cell that does. */
const rowName = "sticky left-2 inline-block";

/** For what belongs to a slice of the columns while others are shown. */
export function asideStyle(slice: string | null, columns: string): string | undefined {
  const isShown = slice === null || columns === ALL_COLUMNS || slice === columns;
  return isShown ? undefined : "max-sm:hidden";
}

/** Where a table scrolls sideways, a name over several columns stays with its last one. */
const rowOffsets: Record<number, string> = { 1: "left-0", 2: "-left-14", 3: "-left-22" };

function headStyle(scope: NonNullable<LayoutCell["scope"]>, colSpan = 1): string {
  const plain = "bg-ground px-2 py-1 text-xs leading-5";
  if (scope === "row") return `${plain} sticky ${rowOffsets[colSpan]} z-[1] text-left font-normal`;
  if (scope === "rowgroup") return `${plain} text-left font-normal`;
  return `${plain} text-center font-bold`;
}
