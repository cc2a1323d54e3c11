import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { useFindings } from "@/components/reports/findings/findings-context";
import { sectionsOf } from "@/lib/format/format";
import { progressOf } from "@/lib/reports/completion/rules";

/** How many of the sections that a report needs are complete. */
export function Progress() {
  const { format } = useDraft();
  const { findings } = useFindings();
  const needed = sectionsOf(format).filter(({ optional }) => !optional).length;
  const done = useDraftValue(({ sections, problemsOf }) =>
    progressOf(format, sections(), findings, (key) => problemsOf(key).size > 0),
  );
  return (
    <p className="pb-1 text-xs text-muted tabular-nums">
      已完成 {done} / {needed} 部分
    </p>
  );
}
