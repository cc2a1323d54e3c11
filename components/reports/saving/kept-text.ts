import {
  type SectionPatch,
  type SectionText,
  withBase,
  withPatch,
} from "@/components/reports/saving/section-text";

/** A save as it was sent: repeated word for word until an answer comes. */
export interface SentSave {
  patch: SectionPatch;
  /** Version of the section that the text started from. */
  ifMatch: number;
  /** Which save of which window this is, so that the server takes none twice and none late. */
  order: string;
}

/** What a section's queue holds that the server has not answered yet. */
export interface KeptText {
  version: number;
  sent: SentSave | null;
  /** What was typed after `sent`, cells and notes apart; their base is what `sent` leaves. */
  typed: SectionPatch[];
}

/** What is unsaved of one section. */
export interface KeptSection {
  text: KeptText | null;
  /** What cannot be stored, as it was typed, by place. */
  illegal: Record<string, string>;
}

/**
 * The text of a closed window, brought onto what is stored now. `saved` holds what the person had
 * before them where they typed, so that the server merges what is sent, and asks where somebody
 * else wrote in the same place meanwhile.
 */
export function revive(stored: SectionText, { sent, typed }: KeptText) {
  const before = typed.reduce(withBase, stored);
  const saved = sent ? withBase(before, sent.patch) : before;
  const after = sent ? withPatch(saved, sent.patch) : saved;
  return { saved, sent: after, wanted: typed.reduce(withPatch, after) };
}
