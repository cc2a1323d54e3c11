import { ClashLine } from "@/components/reports/history/ClashLine";
import { EditList } from "@/components/reports/history/EditList";
import { placeName } from "@/components/reports/place-name";
import { RestoreButton } from "@/components/reports/RestoreButton";
import { FactLine } from "@/components/ui/FactLine";
import { formatInstant } from "@/components/ui/format-time";
import { StatusDot } from "@/components/ui/StatusDot";
import { TextLink } from "@/components/ui/TextLink";
import type { Tone } from "@/components/ui/tone";
import { shortHash } from "@/lib/format/short-hash";
import type { HistoryEntry } from "@/lib/reports/history/schema";

/** What happened, in words. */
export const historyWords: Record<HistoryEntry["kind"], { word: string; tone: Tone }> = {
  kept: { word: "替换前留存", tone: "neutral" },
  named: { word: "命名留存", tone: "info" },
  amended: { word: "领导改稿", tone: "warning" },
  restored: { word: "恢复", tone: "warning" },
  imported: { word: "导入", tone: "info" },
  submitted: { word: "送审", tone: "info" },
  recalled: { word: "撤回送审", tone: "warning" },
  passed: { word: "通过", tone: "success" },
  returned: { word: "退回修改", tone: "warning" },
  answered: { word: "答复意见", tone: "info" },
  claimed: { word: "认领", tone: "neutral" },
  "handed-over": { word: "移交", tone: "neutral" },
  widened: { word: "扩大修改范围", tone: "warning" },
  published: { word: "发布", tone: "success" },
  overridden: { word: "作例外处理", tone: "warning" },
  "override-confirmed": { word: "确认例外", tone: "info" },
  urged: { word: "催办", tone: "info" },
  edited: { word: "修改", tone: "neutral" },
  clashed: { word: "同时修改", tone: "warning" },
};

interface HistoryListProps {
  reportId: string;
  format: string;
  history: HistoryEntry[];
  /** Version of the report as it is seen here, for who may bring back a 稿. */
  restorable?: number;
}

/** Whether the entry is the making of a 稿, rather than something done about one. */
export function isRevision({ kind }: HistoryEntry): boolean {
  return ["kept", "imported", "submitted", "restored", "named", "amended"].includes(kind);
}

/** Everything that happened to a report, newest first. */
export function HistoryList({ history, ...rest }: HistoryListProps) {
  return (
    <ol aria-label="历史记录" className="divide-y divide-line">
      {history.map((entry) => (
        <HistoryRow key={keyOf(entry)} entry={entry} {...rest} />
      ))}
    </ol>
  );
}

function keyOf({ at, kind, who, revisionNo, clash }: HistoryEntry): string {
  return [at.toISOString(), kind, who, revisionNo, clash?.id].join(" ");
}

interface HistoryRowProps extends Omit<HistoryListProps, "history"> {
  entry: HistoryEntry;
}

function HistoryRow({ reportId, format, entry, restorable }: HistoryRowProps) {
  const { word, tone } = historyWords[entry.kind];
  const { revisionNo, edits, clash } = entry;
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
      {edits.length > 0 && <EditList reportId={reportId} format={format} edits={edits} />}
      {clash && <ClashLine reportId={reportId} format={format} clash={clash} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <FactLine
          facts={[
            revisionNo !== null && (
              <TextLink
                href={`/desk/reports/${reportId}/history/revisions/${revisionNo}`}
                prefetch={false}
              >
                第 {revisionNo} 稿
              </TextLink>
            ),
            entry.kind === "amended" && revisionNo !== null && (
              <TextLink
                href={`/desk/reports/${reportId}/history?from=${revisionNo - 1}&to=${revisionNo}`}
                prefetch={false}
              >
                改了什么
              </TextLink>
            ),
            entry.contentHash && `校验码 ${shortHash(entry.contentHash)}`,
          ]}
        />
        {restorable !== undefined && revisionNo !== null && isRevision(entry) && (
          <RestoreButton report={{ id: reportId, version: restorable }} no={revisionNo} />
        )}
      </div>
    </li>
  );
}
