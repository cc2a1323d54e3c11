import { useRouter } from "next/navigation";
import { NewThreadForm } from "@/components/reviews/threads/NewThreadForm";
import { ThreadList } from "@/components/reviews/threads/ThreadList";
import { showPlace, type ThreadPlace } from "@/components/reviews/threads/thread-place";
import { type ThreadFilter, useThreads } from "@/components/reviews/threads/use-threads";
import { Button } from "@/components/ui/Button";
import { ReasonList } from "@/components/ui/ReasonList";
import type { ThreadView } from "@/lib/reviews/threads/schema";

interface ThreadTalkProps {
  reportId: string;
  format: string;
  textHref: string;
  /** Where a new thread is being written; null while none is. */
  place: ThreadPlace | null;
  onPlace: (place: ThreadPlace | null) => void;
}

const filters: [ThreadFilter, string][] = [
  ["open", "未解决"],
  ["resolved", "已解决"],
  ["all", "全部"],
];

/** The list of threads by place, and the form for a new one. */
export function ThreadTalk({ reportId, format, textHref, place, onPlace }: ThreadTalkProps) {
  const threads = useThreads(reportId);
  const router = useRouter();
  const { page, reasons, filter, setFilter } = threads;

  function show(thread: ThreadView) {
    if (!showPlace(thread)) router.push(`${textHref}#section-${thread.section}`);
  }

  return (
    <div className="space-y-4">
      {page?.canTalk &&
        (place ? (
          <NewThreadForm {...{ format, place, onPlace }} onSend={threads.open} />
        ) : (
          <Button size="small" onClick={() => onPlace({ section: "", cell: "", quote: null })}>
            新批注
          </Button>
        ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would take a line of its own */}
      <div role="group" aria-label="显示" className="flex flex-wrap items-center gap-1">
        {filters.map(([key, word]) => (
          <Button
            key={key}
            size="small"
            tone={filter === key ? "secondary" : "quiet"}
            aria-pressed={filter === key}
            onClick={() => setFilter(key)}
          >
            {key === "open" && page ? `${word} ${page.open}` : word}
          </Button>
        ))}
        <Button size="small" tone="quiet" className="ml-auto" onClick={threads.load}>
          刷新
        </Button>
      </div>
      {reasons.length > 0 && (
        <div role="alert" className="text-sm text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
      {!page && reasons.length === 0 && <p className="text-sm text-muted">正在载入批注…</p>}
      {page && <ThreadList {...{ format, page, threads }} onShow={show} />}
    </div>
  );
}
