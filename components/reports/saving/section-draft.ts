import type { KeptSection, KeptText } from "@/components/reports/saving/kept-text";
import type { SaveQueue, SaveState } from "@/components/reports/saving/save-state";
import {
  cellIn,
  linesOf,
  NOTES,
  PROSE,
  type SectionText,
} from "@/components/reports/saving/section-text";
import { withTotals } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import {
  type Cells,
  isTableKey,
  type ReportFormat,
  type SectionKey,
  type TableFormat,
} from "@/lib/format/format";

/** 已保存, 保存中, 未保存，离线, 未保存. */
export type Saving = "saved" | "saving" | "offline" | "unsaved";

export type AdoptListener = (places: string[], content: SectionContent) => void;

/** Who keeps what is unsaved, and who tells other windows what is stored. */
export interface DraftObserver {
  onKeep: (key: SectionKey, kept: KeptSection | null) => void;
  onStored: (key: SectionKey, text: SectionText, version: number) => void;
  /** Whether all that is unsaved would outlive this window. */
  isKept: () => boolean;
}

/** A section as it stands in this window. */
export interface SectionDraft {
  /** What the queue holds: legal values alone. */
  text: SectionText;
  problems: Map<string, string>;
  state: SaveState;
  kept: KeptText | null;
  queue: SaveQueue;
  adopters: Set<AdoptListener>;
}

export const SAVED: SaveState = { kind: "saved" };

/** Illegal values as they were typed. */
export function rawOf(content: SectionContent, places: string[]): Record<string, string> {
  if (content.kind === "prose") return { [PROSE]: content.paragraphs.join("\n") };
  const raw = (place: string) =>
    place === NOTES ? content.notes.join("\n") : String(content.cells[place] ?? "");
  return Object.fromEntries(places.map((place) => [place, raw(place)]));
}

/** The present content with the named places of `text`. */
export function contentWith(
  format: ReportFormat,
  key: SectionKey,
  present: SectionContent,
  text: SectionText,
  places: string[],
): SectionContent {
  const lines = linesOf(text);
  if (present.kind === "prose" || !isTableKey(key)) return { kind: "prose", paragraphs: lines };
  const cells = places.filter((place) => place !== NOTES);
  const changed = Object.fromEntries(cells.map((cell) => [cell, cellIn(text, cell)]));
  const notes = places.includes(NOTES) ? lines : present.notes;
  return tableWith(format.tables[key], { ...present, notes }, changed);
}

export function tableWith(
  table: TableFormat,
  present: SectionContent,
  cells: Cells,
): SectionContent {
  if (present.kind !== "table") return present;
  return { ...present, cells: withTotals(table, { ...present.cells, ...cells }) };
}

/** The state of the whole, the gravest first. */
export function savingOf(drafts: SectionDraft[]): Saving {
  const kinds = new Set(drafts.map(({ state }) => state.kind));
  if (kinds.has("conflict") || kinds.has("refused")) return "unsaved";
  if (kinds.has("offline")) return "offline";
  if (kinds.has("saving") || kinds.has("waiting")) return "saving";
  return drafts.some(({ problems }) => problems.size > 0) ? "unsaved" : "saved";
}
