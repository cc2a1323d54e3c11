import type { KeptRow, KeptStore } from "@/components/reports/saving/kept-store";
import type { KeptSection } from "@/components/reports/saving/kept-text";
import type { SectionKey } from "@/lib/format/format";

/** Longer than any campaign's last weeks; what is older says nothing about today's text. */
const MAX_AGE_MS = 60 * 24 * 3_600_000;
/** Beyond what a report can hold, so that a paste gone wrong does not fill the disk. */
const MAX_LENGTH = 2_000_000;

type Owner = Pick<KeptRow, "userId" | "reportId" | "windowId">;

/** Keeps what one window has unsaved, and hands on what windows that are gone left behind. */
export interface Keeper {
  /** Takes the newest of a section; null once nothing is unsaved. Never waits, never throws. */
  keep: (section: SectionKey, kept: KeptSection | null) => void;
  /** Done when all that was taken so far is written. */
  settled: () => Promise<void>;
  /** Whether all that is unsaved is also kept. */
  isKept: () => boolean;
  /** Rows of this report from windows that are gone, the oldest first; too old ones are removed. */
  left: (alive: () => Promise<ReadonlySet<string>>) => Promise<KeptRow[]>;
}

export function createKeeper(store: KeptStore, owner: Owner, now: () => number): Keeper {
  const waiting = new Map<SectionKey, KeptSection | null>();
  const failed = new Set<SectionKey>();
  let writing: Promise<void> | null = null;

  /** One write at a time, so that the newest is the last. */
  async function writeAll() {
    for (;;) {
      const [next] = waiting;
      if (!next) return;
      const [section, kept] = next;
      waiting.delete(section);
      const isWritten = await write(section, kept).catch(() => false);
      if (isWritten) failed.delete(section);
      else failed.add(section);
    }
  }

  async function write(section: SectionKey, kept: KeptSection | null): Promise<boolean> {
    if (!kept) await store.remove({ ...owner, section });
    else if (JSON.stringify(kept).length > MAX_LENGTH) return false;
    else await store.put({ ...owner, section, at: now(), kept });
    return true;
  }

  return {
    keep(section, kept) {
      waiting.set(section, kept);
      writing ??= writeAll().finally(() => {
        writing = null;
      });
    },
    async settled() {
      await writing;
    },
    isKept: () => failed.size === 0,
    async left(alive) {
      const rows = await store.list(owner.userId, owner.reportId);
      const others = rows.filter(({ windowId }) => windowId !== owner.windowId);
      if (others.length === 0) return [];
      const living = await alive();
      const left = others.filter(({ windowId }) => !living.has(windowId));
      const isOld = ({ at }: KeptRow) => now() - at > MAX_AGE_MS;
      for (const row of left.filter(isOld)) await store.remove(row);
      return left.filter((row) => !isOld(row)).sort((a, b) => a.at - b.at);
    },
  };
}
