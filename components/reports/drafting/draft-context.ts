import { createContext, useContext, useSyncExternalStore } from "react";
import type { Draft } from "@/components/reports/saving/draft";
import type { ReportFormat } from "@/lib/format/format";
import type { DraftingView } from "@/lib/reports/drafting/rules";

interface DraftScene {
  draft: Draft;
  format: ReportFormat;
  /** As the server last told it; the text itself lives in `draft`. */
  view: DraftingView;
}

export const DraftContext = createContext<DraftScene | null>(null);

export function useDraft(): DraftScene {
  const scene = useContext(DraftContext);
  if (!scene) throw new Error("Outside of a drafting page");
  return scene;
}

/**
 * One thing out of the draft; the component is drawn again only when that thing changes.
 * `select` returns a plain value, or an object that the draft itself keeps.
 */
export function useDraftValue<T>(select: (draft: Draft) => T): T {
  const { draft } = useDraft();
  const read = () => select(draft);
  return useSyncExternalStore(draft.subscribe, read, read);
}
