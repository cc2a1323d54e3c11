import { focusPlace } from "@/components/reports/drafting/place";
import { passageAt } from "@/components/reviews/threads/passage-at";
import type { Passage, QuoteInput } from "@/lib/reviews/threads/schema";

/** Where a new thread will stand. */
export interface ThreadPlace {
  section: string;
  /** Empty for a whole section. */
  cell: string;
  quote: QuoteInput | null;
}

/** What the person has selected in the article, or in a text of the form; null for nothing. */
export function selectedPlace(): ThreadPlace | null {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) return fieldPlace(field);
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return articlePlace(selection.getRangeAt(0));
}

function fieldPlace({ id, value, selectionStart, selectionEnd }: HTMLTextAreaElement) {
  if (selectionStart === selectionEnd || !id.startsWith("text-")) return null;
  const quote = passageAt(value, selectionStart, selectionEnd);
  return quote && { section: id.slice("text-".length), cell: "", quote };
}

function articlePlace(range: Range): ThreadPlace | null {
  const { startContainer } = range;
  const from = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const section = from?.closest<HTMLElement>("article.report [data-section]");
  const key = section?.dataset.section;
  if (!from || !key) return null;
  const cell = from.closest<HTMLElement>("[data-cell]")?.dataset.cell?.split(":")[1];
  if (cell) return { section: key, cell, quote: null };
  const paragraph = from.closest("p");
  const paragraphs = [...section.querySelectorAll(":scope > p")];
  if (!paragraph || !paragraphs.includes(paragraph)) return { section: key, cell: "", quote: null };
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  // What runs over the end of the paragraph is left out.
  const whole = paragraph.textContent ?? "";
  const text = whole.slice(start, start + range.toString().length);
  const isInside = paragraph.contains(range.endContainer);
  const quoted = isInside ? text : whole.slice(start);
  if (quoted.trim() === "") return null;
  return {
    section: key,
    cell: "",
    quote: { text: quoted, paragraph: paragraphs.indexOf(paragraph), start },
  };
}

interface ShownPlace {
  section: string;
  cell: string | null;
  quote: { place: Passage | null } | null;
}

/** Brings a place into view, its passage selected; false where the text is not shown. */
export function showPlace({ section, cell, quote }: ShownPlace): boolean {
  const part = document.querySelector<HTMLElement>(`article.report [data-section="${section}"]`);
  const range = quote?.place && { ...quote.place };
  if (!part) {
    if (!document.getElementById(`section-${section}`)) return false;
    focusPlace(section, cell, range ?? undefined);
    return true;
  }
  const value = cell && part.querySelector<HTMLElement>(`[data-cell="${section}:${cell}"]`);
  const paragraph = range && part.querySelectorAll(":scope > p")[range.paragraph];
  const target = value || paragraph || part;
  target.scrollIntoView({ block: target === part ? "start" : "center" });
  const words = paragraph?.firstChild;
  if (range && words)
    document.getSelection()?.setBaseAndExtent(words, range.start, words, range.end);
  else if (value) document.getSelection()?.selectAllChildren(value);
  return true;
}
