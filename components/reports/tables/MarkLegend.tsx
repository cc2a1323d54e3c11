import type { TableKey } from "@/lib/format/format";
import type { Origin } from "@/lib/reports/facts/schema";

/** A carried value has a mark of its own, which says where it comes from. */
export type MarkedOrigin = Exclude<Origin, "carried" | "stated">;

/** How a value came to be, as its mark and a screen reader say it. */
const words: Record<MarkedOrigin, string> = { typed: "手工填写", imported: "导入" };

/** In the corner of the cell, each of another shape: not told by colour alone. */
export const markStyle: Record<MarkedOrigin, string> = {
  typed: "border-b border-l border-muted",
  imported: "bg-primary",
};

/** Id of the words of a mark; the inputs of the table are described by them. */
export function markId(table: TableKey, origin: MarkedOrigin | "computed"): string {
  return `mark-${table}-${origin}`;
}

/** What the marks in the cells of a table mean. */
export function MarkLegend({ table }: { table: TableKey }) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
      {origins.map((origin) => (
        <span key={origin} className="inline-flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-1.5 ${markStyle[origin]}`} />
          <span id={markId(table, origin)}>{words[origin]}</span>
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden="true" className="size-3 border border-edge bg-sunken" />
        <span id={markId(table, "computed")}>系统计算</span>
      </span>
    </p>
  );
}

const origins: MarkedOrigin[] = ["typed", "imported"];
