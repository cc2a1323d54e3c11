import { useDraftValue } from "@/components/reports/drafting/draft-context";
import { shown } from "@/components/reports/tables/table-form";
import { cellsOf } from "@/lib/format/content";
import type { TableKey } from "@/lib/format/format";

/** A computed value: it follows the typing and is never typed. */
export function TotalCell({ table, cell }: { table: TableKey; cell: string }) {
  const value = useDraftValue((draft) => shown(cellsOf(draft.sections(), table)[cell]));
  return <span className="block px-1.5 text-right text-sm tabular-nums">{value}</span>;
}
