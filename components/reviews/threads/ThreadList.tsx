import { ThreadItem } from "@/components/reviews/threads/ThreadItem";
import type { Threads } from "@/components/reviews/threads/use-threads";
import { Button } from "@/components/ui/Button";
import { getFormat } from "@/lib/format/content";
import { sectionsOf } from "@/lib/format/format";
import type { ThreadPage, ThreadView } from "@/lib/reviews/threads/schema";

interface ThreadListProps {
  /** Version of the format. */
  format: string;
  page: ThreadPage;
  threads: Threads;
  onShow: (thread: ThreadView) => void;
}

/** Threads in the order of the report; within a section the newest first. */
export function ThreadList({ format, page, threads, onShow }: ThreadListProps) {
  const parts = sectionsOf(getFormat(format))
    .map(({ key, label }) => ({
      key,
      label,
      items: page.items.filter((item) => item.section === key),
    }))
    .filter(({ items }) => items.length > 0);
  if (parts.length === 0) return <p className="text-sm text-muted">这里没有批注。</p>;
  return (
    <div className="space-y-4">
      {parts.map(({ key, label, items }) => (
        <div key={key}>
          <h3 className="mb-2 text-sm font-bold">{label}</h3>
          <ul className="space-y-3">
            {items.map((thread) => (
              <ThreadItem
                key={thread.id}
                {...{ format, thread, threads }}
                canTalk={page.canTalk}
                onShow={() => onShow(thread)}
              />
            ))}
          </ul>
        </div>
      ))}
      {page.nextCursor && (
        <Button size="small" onClick={threads.more}>
          显示更多
        </Button>
      )}
    </div>
  );
}
