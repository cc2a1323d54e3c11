import type { SectionText } from "@/components/reports/saving/section-text";
import type { SectionKey } from "@/lib/format/format";

/** What a window of a person tells the others on the same report. */
type Message =
  | { kind: "who" }
  | { kind: "here"; windowId: string }
  | { kind: "stored"; key: SectionKey; text: SectionText; version: number };

export type News = Extract<Message, { kind: "stored" }>;

/** A window that is alive answers within a few milliseconds, even in the background. */
const ANSWER_MS = 300;

export interface WindowChannel {
  tell: (news: Omit<News, "kind">) => void;
  /** The other windows that are open on this report. */
  alive: () => Promise<ReadonlySet<string>>;
  close: () => void;
}

/** Between the windows of one account on one report, in one browser. */
export function openWindowChannel(
  name: string,
  windowId: string,
  onNews: (news: News) => void,
): WindowChannel {
  const channel = new BroadcastChannel(name);
  let isClosed = false;
  const seen = new Set<string>();
  const post = (message: Message) => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "who") post({ kind: "here", windowId });
    else if (data.kind === "here") seen.add(data.windowId);
    else onNews(data);
  };
  return {
    tell(news) {
      if (!isClosed) post({ kind: "stored", ...news });
    },
    async alive() {
      post({ kind: "who" });
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return seen;
    },
    close() {
      isClosed = true;
      channel.close();
    },
  };
}
