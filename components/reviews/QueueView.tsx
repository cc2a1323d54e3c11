import { EmptyState } from "@/components/layout/EmptyState";
import { DoneList } from "@/components/reviews/DoneList";
import { QueueList } from "@/components/reviews/QueueList";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { Panel } from "@/components/ui/Panel";
import type { DoneItem, QueueItem } from "@/lib/reviews/schema";

interface QueueViewProps {
  queue: { waiting: QueueItem[]; underway: QueueItem[]; done: DoneItem[] };
  /** From the address; anything unknown is 待办. */
  tab: string | undefined;
}

/** 待办, 在途 and 已办, one at a time. */
export function QueueView({ queue, tab }: QueueViewProps) {
  const current = tab === "underway" || tab === "done" ? tab : "waiting";
  return (
    <Panel flush>
      <LinkTabs
        label="审核待办"
        current={current}
        tabs={[
          tabOf("waiting", "待办", queue.waiting.length),
          tabOf("underway", "在途", queue.underway.length),
          tabOf("done", "已办"),
        ]}
      />
      {queue[current].length === 0 && <EmptyState {...empty[current]} />}
      {current === "waiting" && <QueueList label="待办" items={queue.waiting} />}
      {current === "underway" && <QueueList label="在途" items={queue.underway} />}
      {current === "done" && <DoneList items={queue.done} />}
    </Panel>
  );
}

function tabOf(key: string, label: string, count?: number) {
  const href = key === "waiting" ? "/desk/reviews" : `/desk/reviews?tab=${key}`;
  return { key, label, href, ...(count === undefined ? {} : { count }) };
}

const empty = {
  waiting: {
    title: "没有待办事项",
    next: "本单位有报告送到您这一级时，会出现在这里，工作台上也会有消息。",
  },
  underway: {
    title: "没有在途的报告",
    next: "您送审的，或者您已经签署意见、还在别人手里的报告，会列在这里。",
  },
  done: {
    title: "还没有已办事项",
    next: "您通过或者退回一份报告以后，这里留下记录，可以随时回看。",
  },
};
