import { useDraftValue } from "@/components/reports/drafting/draft-context";
import { shown } from "@/components/reports/tables/table-form";
import { cellsOf } from "@/lib/format/content";
import { isTableKey } from "@/lib/format/format";
import type { ReturnedItem } from "@/lib/reports/drafting/rules";

/** 原文 → 应为, as the proofreader wrote it; of a cell what stands there now. */
export function Correction({ item }: { item: ReturnedItem }) {
  const { section, cell, quote, correction } = item;
  const present = useDraftValue((draft) =>
    cell && isTableKey(section) ? shown(cellsOf(draft.sections(), section)[cell]) : null,
  );
  const before = quote?.text ?? (present === "" ? "（空白）" : present);
  return (
    <p className="break-words">
      {before !== null && before !== correction && (
        <>
          {quote ? "原文" : "现在"}：<del className="bg-danger-soft text-danger">{before}</del>
          <span aria-hidden="true"> → </span>
        </>
      )}
      应为：<ins className="bg-success-soft text-success">{correction}</ins>
    </p>
  );
}
