import type { LayoutCell, TableFormat } from "@/lib/format/format";

/** A head of the table; the name of a row with values has a button that explains the row. */
export function HeadCell({ table, cell }: { table: TableFormat; cell: LayoutCell }) {
  const { text, scope, colSpan, rowSpan } = cell;
  const span = { colSpan, rowSpan };
  if (!scope) {
    return (
      <td {...span} className="bg-ground px-2 py-1 text-xs text-muted">
        {text}
      </td>
    );
  }
  const row = table.cells.find((value) => value.row === text)?.key.split(".")[0];
  return (
    // Named by its text alone: the button is no part of the name.
    <th {...span} scope={scope} aria-label={row && text} className={headStyle(scope, colSpan)}>
      {scope === "row" ? (
        <span className={rowName}>
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
const rowName = "sticky left-2 inline-block max-xl:max-w-28";

/** Where a table scrolls sideways, a name over several columns stays with its last one. */
const rowOffsets: Record<number, string> = { 1: "left-0", 2: "-left-14", 3: "-left-22" };

function headStyle(scope: NonNullable<LayoutCell["scope"]>, colSpan = 1): string {
  const plain = "bg-ground px-2 py-1 text-xs leading-5";
  if (scope === "row") return `${plain} sticky ${rowOffsets[colSpan]} z-[1] text-left font-normal`;
  if (scope === "rowgroup") return `${plain} text-left font-normal`;
  return `${plain} text-center font-bold`;
}
