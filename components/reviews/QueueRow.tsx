import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import { RecordRow } from "@/components/ui/RecordList";
import { dueWords } from "@/lib/reports/deadlines/rules";
import type { QueueItem } from "@/lib/reviews/queue/schema";

/** A report in a queue: which steps, who has them, and how long there is. */
export function QueueRow({ item, now }: { item: QueueItem; now: Date }) {
  const { id, bureauName, year, stage, steps, claimedBy, forNames } = item;
  const due = item.dueAt && dueWords(item.dueAt, now);
  return (
    <RecordRow
      title={`${bureauName} ${year} 年度报告`}
      href={`/desk/reviews/${id}`}
      badge={
        <>
          <Badge tone="info">{stage}</Badge>
          {item.confirms && <Badge tone="warning">改动确认</Badge>}
          {forNames.length > 0 && <Badge tone="warning">代 {forNames.join("、")}</Badge>}
        </>
      }
      facts={[
        steps.join("、"),
        claimedBy.length > 0 && `由${claimedBy.join("、")}认领`,
        `第 ${item.revisionNo} 稿`,
        `第 ${item.roundNo} 次送审`,
        `${item.submittedBy} ${formatInstant(item.submittedAt)} 送审`,
      ]}
      aside={due && <span className={due.overdue ? "font-bold text-danger" : ""}>{due.words}</span>}
    />
  );
}
