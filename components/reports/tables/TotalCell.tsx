import { useDraftValue } from "@/components/reports/drafting/draft-context";
import { shown } from "@/components/reports/tables/table-form";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";

interface TotalCellProps {
  table: TableKey;
  cell: string;
  /** Last year's value as it is shown; null where it is not asked for. */
  lastYear: string | null;
}

/** A computed value: it follows the typing and is never typed. */
export function TotalCell({ table, cell, lastYear }: TotalCellProps) {
  const value = useDraftValue((draft) => shown(cellsOf(draft.sections(), table)[cell]));
  return (
    <>
      <span className="block px-1.5 text-right text-sm tabular-nums">{value}</span>
      {lastYear !== null && (
        <span className="block px-1.5 pb-0.5 text-right text-xs text-muted tabular-nums">
          <span className="sr-only">上年</span>
          {lastYear || "未填"}
        </span>
      )}
    </>
  );
}
