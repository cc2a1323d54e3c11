import type { KeptText, SentSave } from "@/components/reports/saving/kept-text";
import type { Conflict, SaveResult } from "@/components/reports/saving/save-answer";
import type { SectionText } from "@/components/reports/saving/section-text";

/** Where a section's text is between this window and the server. */
export type SaveState =
  | { kind: "saved" }
  /** Typed, and not sent yet. */
  | { kind: "waiting" }
  | { kind: "saving" }
  /** No answer came; it is sent again by itself. */
  | { kind: "offline" }
  /** The server said no: it stays here until something is done about it. */
  | { kind: "refused"; code: string; reasons: string[] }
  /** Somebody else changed the same place: the person chooses. */
  | { kind: "conflict"; conflict: Conflict };

export interface SaveQueueOptions {
  text: SectionText;
  version: number;
  send: (save: SentSave) => Promise<SaveResult>;
  /** The place of the next save among those of this window. */
  nextOrder: () => string;
  onState: (state: SaveState) => void;
  /** The text here changed by what others stored. */
  onAdopt: (text: SectionText) => void;
  /** What the server has not answered yet; null when nothing. */
  onKeep: (kept: KeptText | null) => void;
  /** The server holds this text under this version, and this window has seen all of it. */
  onStored: (text: SectionText, version: number) => void;
}

export interface SaveQueue {
  /** What the person has typed by now; it is sent a moment after the last key. */
  edit: (text: SectionText) => void;
  /** Sends what is left at once; true when all is stored, false when the server or a person must act. */
  flush: () => Promise<boolean>;
  /** Tries again: the network is back, or the person signed in again. */
  retry: () => void;
  /** Takes a newer stored text, where nothing typed here is in the way. */
  sync: (text: SectionText, version: number) => void;
  /** Ends a conflict: these places take what is stored, the others keep what was typed here. */
  resolve: (takeTheirs: string[]) => void;
  /** Goes on with what a closed window left; false while something of this window is unsaved. */
  restore: (kept: KeptText) => boolean;
  /** Sends nothing any more: the account has signed out. */
  stop: () => void;
  /** Gives up what the server refused. */
  discard: () => void;
}

/** A save on its way. */
export interface SaveRequest {
  save: SentSave;
  text: SectionText;
  /** What the person chose, where this only tells the server what is given up by it. */
  choice?: Choice;
}

/** These places take what is stored, the others keep what was typed. */
export interface Choice {
  conflict: Conflict;
  takeTheirs: string[];
  /** What stood here when the person chose. */
  typed: SectionText;
}
