import { fieldId, focusPlace } from "@/components/reports/drafting/place";
import type { Draft } from "@/components/reports/saving/draft";
import { paragraphsOf } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { ReturnedItem } from "@/lib/reports/drafting/rules";
import { findPassage } from "@/lib/reviews/passages/rules";

const MOVED = "原文已改动，请手工修改，改好后选“已修改”。";
const COMPUTED = "这一格由表中各格相加得出，请改有关的格，改好后选“已修改”。";

/**
 * 采纳: types the correction over the passage or the cell, as a person would: it is saved by
 * itself, and Ctrl+Z takes it back. Answers why it could not, in Chinese; null when it is done.
 */
export function adopt({ section, cell, quote, correction }: ReturnedItem, draft: Draft) {
  if (correction === null) return MOVED;
  const range = quote && findPassage(paragraphsOf(draft.sections(), section as SectionKey), quote);
  if (quote && (!range || range.changed)) return MOVED;
  const field = document.getElementById(fieldId(section, cell));
  if (cell && !(field instanceof HTMLInputElement)) return COMPUTED;
  focusPlace(section, cell, range ?? undefined);
  if (field instanceof HTMLInputElement) field.select();
  return document.execCommand("insertText", false, correction) ? null : MOVED;
}
