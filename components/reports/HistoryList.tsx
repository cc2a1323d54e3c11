import { placeName } from "@/components/reports/place-name";
import { RestoreButton } from "@/components/reports/RestoreButton";
import { FactLine } from "@/components/ui/FactLine";
import { formatInstant } from "@/components/ui/format-time";
import { StatusDot } from "@/components/ui/StatusDot";
import type { Tone } from "@/components/ui/tone";
import { shortHash } from "@/lib/format/short-hash";
import type { HistoryEntry } from "@/lib/reports/history/schema";

/** What happened, in words. */
export const historyWords: Record<HistoryEntry["kind"], { word: string; tone: Tone }> = {
  kept: { word: "替换前留存", tone: "neutral" },
  named: { word: "命名留存", tone: "info" },
  restored: { word: "恢复", tone: "warning" },
  imported: { word: "导入", tone: "info" },
  submitted: { word: "送审", tone: "info" },
  recalled: { word: "撤回送审", tone: "warning" },
  passed: { word: "通过", tone: "success" },
  returned: { word: "退回修改", tone: "warning" },
  published: { word: "发布", tone: "success" },
};

interface HistoryListProps {
  format: string;
  history: HistoryEntry[];
  /** For who may bring back a 稿: the report as it is seen here. */
  restorable?: { id: string; version: number };
}

/** Whether the entry is the making of a 稿, rather than something done about one. */
export function isRevision({ kind }: HistoryEntry): boolean {
  return ["kept", "imported", "submitted", "restored", "named"].includes(kind);
}

/** Everything that happened to a report, newest first. */
export function HistoryList({ format, history, restorable }: HistoryListProps) {
  return (
    <ol aria-label="历史记录" className="divide-y divide-line">
      {history.map((entry) => (
        <HistoryRow
          key={`${entry.at.toISOString()} ${entry.kind} ${entry.who} ${entry.revisionNo}`}
          format={format}
          entry={entry}
          restorable={restorable}
        />
      ))}
    </ol>
  );
}

interface HistoryRowProps extends Pick<HistoryListProps, "format" | "restorable"> {
  entry: HistoryEntry;
}

function HistoryRow({ format, entry, restorable }: HistoryRowProps) {
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
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <FactLine
          facts={[
            entry.revisionNo !== null && `第 ${entry.revisionNo} 稿`,
            entry.contentHash && `校验码 ${shortHash(entry.contentHash)}`,
          ]}
        />
        {restorable && entry.revisionNo !== null && isRevision(entry) && (
          <RestoreButton report={restorable} no={entry.revisionNo} />
        )}
      </div>
    </li>
  );
}
