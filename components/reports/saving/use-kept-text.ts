import { useEffect, useState } from "react";
import type { Draft } from "@/components/reports/saving/draft";
import { createKeeper, type Keeper } from "@/components/reports/saving/keeper";
import { type KeptRow, openKeptStore, SIGNED_OUT } from "@/components/reports/saving/kept-store";
import { keepOfflinePage } from "@/components/reports/saving/offline-page";
import { openWindowChannel } from "@/components/reports/saving/window-channel";

interface KeptTextOptions {
  draft: Draft;
  userId: string;
  reportId: string;
  windowId: string;
  /** Called when something of a closed window is back on the page. */
  onRestored: () => void;
}

/**
 * What is typed and not stored outlives this window; what a window that is gone left is taken up
 * here; the person's other windows hear what is stored. Answers whether the form may be typed in:
 * not before what was left stands in it.
 */
export function useKeptText(options: KeptTextOptions): boolean {
  const { draft, userId, reportId, windowId, onRestored } = options;
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    let isOpen = true;
    const store = openKeptStore();
    const keeper = createKeeper(store, { userId, reportId, windowId }, Date.now);
    const name = `nianbaotai ${userId} ${reportId}`;
    const channel = openWindowChannel(name, windowId, ({ key, text, version }) => {
      draft.take(key, text, version);
    });
    draft.observe({
      onKeep: keeper.keep,
      isKept: keeper.isKept,
      onStored: (key, text, version) => channel.tell({ key, text, version }),
    });

    async function begin() {
      // A browser that keeps nothing still lets the person write.
      const rows = await keeper.left(channel.alive).catch((): KeptRow[] => []);
      if (!isOpen) return;
      const restored = rows.filter((row) => draft.restore(row.section, row.kept));
      if (restored.length > 0) onRestored();
      setReady(true);
      await handOver(keeper, restored, store.remove);
    }

    void begin();
    keepOfflinePage();
    window.addEventListener(SIGNED_OUT, draft.stop);
    return () => {
      isOpen = false;
      window.removeEventListener(SIGNED_OUT, draft.stop);
      // Whoever went back by the browser's button is still saving: a form opened meanwhile must
      // not take that for the work of a window that is gone.
      void draft.flush().then(channel.close);
    };
  }, [draft, userId, reportId, windowId, onRestored]);
  return isReady;
}

/** Only once this window keeps it itself may what the other one left go. */
async function handOver(
  keeper: Keeper,
  rows: KeptRow[],
  remove: (row: KeptRow) => Promise<void>,
): Promise<void> {
  await keeper.settled();
  if (!keeper.isKept()) return;
  for (const row of rows) await remove(row).catch(() => undefined);
}
