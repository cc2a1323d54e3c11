"use client";

import { lazy, Suspense, useState } from "react";
import type { ThreadPlace } from "@/components/reviews/threads/thread-place";
import { useSelectedPlace } from "@/components/reviews/threads/use-selected-place";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";

const ThreadTalk = lazy(async () => {
  const { ThreadTalk } = await import("@/components/reviews/threads/ThreadTalk");
  return { default: ThreadTalk };
});

interface ThreadsPanelProps {
  reportId: string;
  /** Version of the format. */
  format: string;
  /** How many there were when the page came. */
  unresolved: number;
  /** Page that shows the text of the report. */
  textHref: string;
}

/** 批注 of a report, loaded when opened; a passage selected in the text offers to open one there. */
export function ThreadsPanel({ unresolved, ...props }: ThreadsPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState<ThreadPlace | null>(null);
  const selected = useSelectedPlace();

  function begin(at: ThreadPlace) {
    setOpen(true);
    setPlace(at);
  }

  return (
    <Panel
      title="批注"
      aside={
        <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "收起批注" : "打开批注"}
        </Button>
      }
    >
      {isOpen ? (
        <Suspense fallback={<p className="text-sm text-muted">正在载入批注…</p>}>
          <ThreadTalk {...props} place={place} onPlace={setPlace} />
        </Suspense>
      ) : (
        <p className="text-sm text-muted">
          {unresolved > 0 && `有 ${unresolved} 条没有解决。`}选取报告中的文字，可以就这段文字批注。
        </p>
      )}
      {selected && (
        <div className="fixed inset-x-0 bottom-4 z-20 flex justify-center">
          <Button
            tone="primary"
            // The selection stays while the button is pressed.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => begin(selected)}
          >
            批注所选文字
          </Button>
        </div>
      )}
    </Panel>
  );
}
