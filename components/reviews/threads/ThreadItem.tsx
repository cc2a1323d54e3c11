import { placeName } from "@/components/reports/place-name";
import { ReplyForm } from "@/components/reviews/threads/ReplyForm";
import type { Threads } from "@/components/reviews/threads/use-threads";
import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import type { ThreadMessageView, ThreadView } from "@/lib/reviews/threads/schema";

interface ThreadItemProps {
  format: string;
  thread: ThreadView;
  threads: Threads;
  canTalk: boolean;
  onShow: () => void;
}

/** One thread: its place, what was said, and an answer. */
export function ThreadItem({ format, thread, threads, canTalk, onShow }: ThreadItemProps) {
  const { id, section, cell, quote, mustResolve, resolvedAt, messages, canResolve } = thread;
  const isOpen = resolvedAt === null;
  return (
    <li className="space-y-2 border-l-4 border-primary-line pl-3">
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <button
          type="button"
          onClick={onShow}
          className="py-0.5 text-left text-primary underline underline-offset-4 pointer-coarse:py-2"
        >
          {placeName(format, section, cell)}
        </button>
        {mustResolve && <Badge tone={isOpen ? "danger" : "neutral"}>必须解决</Badge>}
        {!isOpen && <Badge tone="success">已解决</Badge>}
      </p>
      {quote && <Quote quote={quote} />}
      <ol aria-label="往来" className="space-y-2">
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </ol>
      {canTalk && (
        <ReplyForm
          isOpen={isOpen}
          canResolve={canResolve}
          onReply={(words) => threads.reply(id, words)}
          onResolve={(resolved, words) => threads.resolve(id, resolved, words)}
        />
      )}
    </li>
  );
}

function Quote({ quote }: { quote: NonNullable<ThreadView["quote"]> }) {
  const { text, place } = quote;
  return (
    <div className="text-sm">
      <blockquote className="rounded-sm bg-sunken px-2 py-1 break-words">{text}</blockquote>
      {(!place || place.changed) && <p className="text-xs text-warning">原文已改动</p>}
    </div>
  );
}

const acts = { SAID: null, RESOLVED: "标为已解决", REOPENED: "重新打开" };

function Message({ message }: { message: ThreadMessageView }) {
  const { kind, words, byName, at } = message;
  return (
    <li className="text-sm">
      <p className="flex flex-wrap gap-x-2 text-xs text-muted">
        <span className="font-bold text-ink">{byName}</span>
        {acts[kind]}
        <time dateTime={at}>{formatInstant(new Date(at))}</time>
      </p>
      {words && <p className="whitespace-pre-wrap break-words">{words}</p>}
    </li>
  );
}
