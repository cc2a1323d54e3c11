import { EmptyState } from "@/components/layout/EmptyState";
import { DoneList } from "@/components/reviews/DoneList";
import { DutyLinks } from "@/components/reviews/DutyLinks";
import { QueueList } from "@/components/reviews/QueueList";
import { QueuePages } from "@/components/reviews/QueuePages";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { Panel } from "@/components/ui/Panel";
import type { QueuePage } from "@/lib/reviews/queue/schema";

interface QueueViewProps extends QueuePage {
  /** From the address; anything unknown is 待办. */
  tab: string | undefined;
  now: Date;
}

/** 待办 (mine, or of a whole duty), 在途 and 已办, one at a time. */
export function QueueView({ queue, duties, chosen, ofDuty, page, tab, now }: QueueViewProps) {
  const current = tab === "underway" || tab === "done" ? tab : "waiting";
  const waiting = ofDuty ?? queue.waiting;
  const shown = { waiting, underway: queue.underway, done: queue.done }[current];
  return (
    <Panel flush>
      <LinkTabs
        label="审核待办"
        current={current}
        tabs={[
          tabOf("waiting", "待办", queue.waiting.count),
          tabOf("underway", "在途", queue.underway.count),
          tabOf("done", "已办"),
        ]}
      />
      {current === "waiting" && <DutyLinks duties={duties} chosen={chosen} />}
      {shown.items.length === 0 && <EmptyState {...empty[ofDuty ? "duty" : current]} />}
      {current === "waiting" && <QueueList label="待办" items={waiting.items} now={now} />}
      {current === "underway" && <QueueList label="在途" items={queue.underway.items} now={now} />}
      {current === "done" && <DoneList items={queue.done.items} />}
      <QueuePages tab={current} duty={chosen?.key} page={page} count={shown.count} />
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
  duty: {
    title: "这项职责没有待办事项",
    next: "轮到这项职责办理的报告，不论由谁认领，都会列在这里。",
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
