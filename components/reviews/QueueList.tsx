import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import type { QueueItem } from "@/lib/reviews/schema";

/** 待办 or 在途: one row per report under review. */
export function QueueList({ label, items }: { label: string; items: QueueItem[] }) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <RecordRow
          key={item.id}
          title={`${item.bureauName} ${item.year} 年度报告`}
          href={`/desk/reviews/${item.id}`}
          badge={item.confirms && <Badge tone="warning">改动确认</Badge>}
          facts={[
            item.stage,
            `第 ${item.revisionNo} 稿`,
            `第 ${item.roundNo} 次送审`,
            `${item.submittedBy}送审`,
          ]}
          aside={
            <time dateTime={item.submittedAt}>{formatInstant(new Date(item.submittedAt))}</time>
          }
        />
      ))}
    </RecordList>
  );
}
