import { QueueRow } from "@/components/reviews/QueueRow";
import { RecordList } from "@/components/ui/RecordList";
import type { QueueItem } from "@/lib/reviews/queue/schema";

interface QueueListProps {
  label: string;
  items: QueueItem[];
  now: Date;
}

/** 待办 or 在途: one row per report under review. */
export function QueueList({ label, items, now }: QueueListProps) {
  return (
    <RecordList label={label}>
      {items.map((item) => (
        <QueueRow key={item.id} item={item} now={now} />
      ))}
    </RecordList>
  );
}
