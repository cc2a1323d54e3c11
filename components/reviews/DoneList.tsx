import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import type { DoneItem } from "@/lib/reviews/queue/schema";

/** 已办: what I passed or returned, newest first. */
export function DoneList({ items }: { items: DoneItem[] }) {
  return (
    <RecordList label="已办">
      {items.map((item) => (
        <RecordRow
          key={`${item.id} ${item.at.toISOString()} ${item.signedBy}`}
          title={`${item.bureauName} ${item.year} 年度报告`}
          href={`/desk/reviews/${item.id}`}
          badge={
            item.kind === "PASS" ? (
              <Badge tone="success">通过</Badge>
            ) : (
              <Badge tone="warning">退回修改</Badge>
            )
          }
          facts={[
            item.steps.join("、"),
            item.signedBy,
            `第 ${item.revisionNo} 稿`,
            `第 ${item.roundNo} 次送审`,
            item.opinion && `意见：${item.opinion}`,
          ].filter(Boolean)}
          aside={<time dateTime={item.at.toISOString()}>{formatInstant(item.at)}</time>}
        />
      ))}
    </RecordList>
  );
}
