import { placeName } from "@/components/reports/place-name";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import type { ReportContent } from "@/lib/format/content";
import type { Doubt } from "@/lib/format/source";
import { doubtOutcome } from "@/lib/reports/imports/rules";

/** More than anybody reads; a text with so many is the wrong text. */
const SHOWN = 200;

/** Everything not understood or not certain: where, what stands there, why, and what becomes of it. */
export function DoubtList({ doubts, content }: { doubts: Doubt[]; content: ReportContent }) {
  if (doubts.length === 0) {
    return <Callout tone="success" title="全文都已读出，没有存疑的地方" />;
  }
  return (
    <Panel title={`存疑 ${doubts.length} 处`} aside="先看这里" flush>
      <ul aria-label="存疑" className="divide-y divide-line">
        {doubts.slice(0, SHOWN).map((doubt, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: doubts have no name and never move
          <DoubtRow key={index} doubt={doubt} content={content} />
        ))}
      </ul>
      {doubts.length > SHOWN && (
        <p className="px-4 py-2 text-sm text-muted">
          只列出前 {SHOWN} 处。存疑这么多，请检查粘贴的是不是年度报告。
        </p>
      )}
    </Panel>
  );
}

function DoubtRow({ doubt, content }: { doubt: Doubt; content: ReportContent }) {
  const { where, raw, reason } = doubt;
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-2.5 text-sm sm:grid-cols-2">
      <div className="min-w-0">
        <p className="text-xs text-muted tabular-nums">
          来稿第 {where.line} 行
          {where.section && `　${placeName(content.format, where.section, where.cell)}`}
        </p>
        {raw.trim() !== "" && (
          <p className="mt-0.5 line-clamp-4 bg-warning-soft px-1.5 font-serif whitespace-pre-wrap">
            {raw.trim()}
          </p>
        )}
      </div>
      <div className="min-w-0">
        <p>{reason}</p>
        <p className="text-xs text-muted">{outcomes[doubtOutcome(doubt, content) ?? "none"]}</p>
      </div>
    </li>
  );
}

/** A doubt about a row names its first cell. */
const outcomes = {
  blank: "报告里这里仍是空白，请在填报页补上。",
  kept: "报告里现有的数保留，请核对。",
  computed: "总计按读出的各项计算，请核对。",
  none: null,
};
