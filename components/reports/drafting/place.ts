import { NOTES } from "@/components/reports/saving/section-text";
import type { TextRange } from "@/lib/checks/finding";

/** Id of a section as a place to go to. */
export function sectionId(section: string): string {
  return `section-${section}`;
}

/** The section that an element stands in, as far as something in it can be written; null elsewhere. */
export function writableSectionAt(element: Element | null): string | null {
  const frame = element?.closest("[id^='section-']");
  const field = frame?.querySelector(":is(input, textarea):not([readonly])");
  return frame && field ? frame.id.slice(sectionId("").length) : null;
}

/** Id of the field of a prose section, or of a cell; the notes under a table count as one. */
export function fieldId(section: string, cell?: string | null): string {
  return cell ? `cell-${section}-${cell}` : `text-${section}`;
}

/** Sent by a cell before the focus goes to it: on a phone its columns may not be the ones shown. */
export const REVEAL = "reveal";

/** Whether a cell can take the focus now; else it takes it as soon as its columns are shown. */
export function isRevealed(place: HTMLElement, cell: string): boolean {
  const init = { bubbles: true, cancelable: true, detail: cell };
  return place.dispatchEvent(new CustomEvent(REVEAL, init));
}

/** Brings a section, field, cell or passage into view with the focus on it. */
export function focusPlace(section: string, cell?: string | null, range?: TextRange): void {
  const field =
    document.getElementById(fieldId(section, cell)) ??
    // A passage in a table's section stands in the notes below it.
    (range ? document.getElementById(fieldId(section, NOTES)) : null);
  const place = field ?? document.getElementById(sectionId(section));
  if (!place) return;
  if (field && cell && !isRevealed(field, cell)) return;
  place.scrollIntoView({ block: field ? "center" : "start" });
  place.focus({ preventScroll: true });
  if (range && place instanceof HTMLTextAreaElement) {
    const at = passageIn(place.value, range);
    if (at) place.setSelectionRange(at.start, at.end);
  }
}

/** A passage of a paragraph as offsets in the field's text, where blank lines stand between. */
export function passageIn(text: string, range: TextRange): { start: number; end: number } | null {
  let offset = 0;
  let paragraph = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      if (paragraph === range.paragraph) {
        return { start: offset + range.start, end: offset + range.end };
      }
      paragraph += 1;
    }
    offset += line.length + 1;
  }
  return null;
}
