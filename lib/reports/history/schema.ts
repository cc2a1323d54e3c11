import { z } from "zod";
import type { Change } from "@/lib/reports/revisions/rules";

/** `cursor` is a page's `nextCursor`: what happened before that instant. */
export const historyQuery = z.strictObject({ cursor: z.iso.datetime().optional() });
export type HistoryQuery = z.infer<typeof historyQuery>;

/** Where an autosave is found: one person's in a section and a quarter of an hour are one. */
export interface EditAddress {
  section: string;
  /** Id of the person. */
  by: string;
  /** Start of the quarter of an hour. */
  slot: Date;
}

export interface Edit extends EditAddress {
  /** When the person last saved in it. */
  at: Date;
}

/** Two texts of one place: which was chosen, the next entries tell. */
export interface Clash {
  id: string;
  section: string;
  places: {
    /** Cell key, `paragraphs` or `notes`. */
    place: string;
    /** What stood there. */
    stored: string | null;
    /** What the other person would have put there. */
    refused: string | null;
  }[];
}

/** One fact of a report's life, or what one person changed between two 稿. */
export interface HistoryEntry {
  at: Date;
  who: string;
  kind:
    | "kept"
    | "imported"
    | "submitted"
    | "restored"
    | "named"
    | "amended"
    | "recalled"
    | "passed"
    | "returned"
    | "answered"
    | "widened"
    | "claimed"
    | "handed-over"
    | "published"
    | "overridden"
    | "override-confirmed"
    | "urged"
    | "edited"
    | "clashed";
  revisionNo: number | null;
  contentHash: string | null;
  /** Steps decided, by label. */
  steps: string[];
  /** Opinion, change note, name of a 稿. */
  words: string;
  items: { section: string; cell: string | null; words: string }[];
  /** Autosaves, newest first. */
  edits: Edit[];
  clash: Clash | null;
}

export interface HistorySlice {
  items: HistoryEntry[];
  nextCursor: string | null;
}

/** What the history page shows. */
export interface HistoryPage {
  bureauName: string;
  year: number;
  /** Of the report. */
  version: number;
  /** Whether the person may name and restore 稿 now. */
  canEdit: boolean;
  format: string;
  history: HistorySlice;
  /** Every 稿, newest first, to choose from. */
  revisions: HistoryEntry[];
  /** Where the two 稿 differ; null when none are chosen or one does not exist. */
  changes: Change[] | null;
}
