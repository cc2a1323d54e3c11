import { placeName } from "@/components/reports/place-name";
import { FactLine } from "@/components/ui/FactLine";
import { formatInstant } from "@/components/ui/format-time";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";
import { shortHash } from "@/lib/format/short-hash";
import type { HistoryEntry } from "@/lib/reports/history/schema";

/** What happened, in words. */
export const historyWords: Record<HistoryEntry["kind"], { word: string; tone: Tone }> = {
  kept: { word: "导入前留存", tone: "neutral" },
  imported: { word: "导入", tone: "info" },
  submitted: { word: "送审", tone: "info" },
  recalled: { word: "撤回送审", tone: "warning" },
  passed: { word: "通过", tone: "success" },
  returned: { word: "退回修改", tone: "warning" },
  published: { word: "发布", tone: "success" },
};

/** Everything that happened to a report, newest first. */
export function HistoryList({ format, history }: { format: string; history: HistoryEntry[] }) {
  return (
    <ol aria-label="历史记录" className="divide-y divide-line">
      {history.map((entry) => (
        <HistoryRow
          key={`${entry.at.toISOString()} ${entry.kind} ${entry.who} ${entry.revisionNo}`}
          format={format}
          entry={entry}
        />
      ))}
    </ol>
  );
}

function HistoryRow({ format, entry }: { format: string; entry: HistoryEntry }) {
  const { word, tone } = historyWords[entry.kind];
  return (
    <li className="space-y-1 px-4 py-2.5">
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        <StatusDot tone={tone} label={[entry.steps.join("、"), word].filter(Boolean).join(" ")} />
        <span className="font-bold">{entry.who}</span>
        <time dateTime={entry.at.toISOString()} className="ml-auto text-muted tabular-nums">
          {formatInstant(entry.at)}
        </time>
      </p>
      {entry.words && <p className="text-sm whitespace-pre-wrap">{entry.words}</p>}
      {entry.items.length > 0 && (
        <ul className="list-disc pl-5 text-sm">
          {entry.items.map((item) => (
            <li key={`${item.section} ${item.cell} ${item.words}`}>
              {placeName(format, item.section, item.cell)}：{item.words}
            </li>
          ))}
        </ul>
      )}
      <FactLine
        facts={[
          entry.revisionNo !== null && `第 ${entry.revisionNo} 稿`,
          entry.contentHash && `校验码 ${shortHash(entry.contentHash)}`,
        ]}
      />
    </li>
  );
}
