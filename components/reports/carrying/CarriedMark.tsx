import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";

/** Id of the words that say where a carried cell's value comes from. */
export function carriedMarkId(table: TableKey, cell: string): string {
  return `carried-${table}-${cell}`;
}

/** A corner on a cell whose value last year handed on; it goes when the value changes. */
export function CarriedMark({ table, cell }: { table: TableKey; cell: string }) {
  const { view } = useDraft();
  const handedOn = cellsOf(view.sections, table)[cell] ?? null;
  const isCarried = useDraftValue(
    ({ sections }) => handedOn !== null && cellsOf(sections(), table)[cell] === handedOn,
  );
  const year = view.identity.year - 1;
  const words =
    view.origins[table]?.[cell] === "stated"
      ? `结转（自填）：按自填的${year}年度结转数带入`
      : `自${year}年度报告结转下年度带入`;
  return (
    <>
      {isCarried && (
        <span
          aria-hidden="true"
          data-carried={cell}
          className="pointer-events-none absolute top-0 left-0 border-t-8 border-r-8 border-t-primary border-r-transparent"
        />
      )}
      {isCarried && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-full right-0 z-20 hidden w-max max-w-56 rounded-sm border border-primary-line bg-primary-soft px-2 py-1 text-left text-xs text-primary group-focus-within:block print:hidden"
        >
          {words}，改动须作说明
        </span>
      )}
      <span id={carriedMarkId(table, cell)} className="sr-only">
        {isCarried ? words : ""}
      </span>
    </>
  );
}
