import { cellFormat } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import { type Cells, type CellValue, isTableKey, type ReportFormat } from "@/lib/format/format";

/** What a person types into a section: cells that are not computed, or paragraphs. */
export type SectionText = { cells: Cells } | { paragraphs: string[] };

/** What a save sends: what changed, and what it was when the person began. */
export type SectionPatch = { cells: Cells; base: Cells } | { paragraphs: string[]; base: string[] };

/** The place of prose as a whole, where cells have their keys. */
export const PROSE = "paragraphs";

/** A section's content without what is computed. */
export function textOf(format: ReportFormat, key: string, content: SectionContent): SectionText {
  if (content.kind === "prose" || !isTableKey(key)) {
    return { paragraphs: content.kind === "prose" ? content.paragraphs : content.notes };
  }
  const table = format.tables[key];
  const typed = Object.entries(content.cells).filter(([cell]) => !cellFormat(table, cell)?.sumOf);
  return { cells: Object.fromEntries(typed) };
}

/** The places of `wanted` that `saved` does not have so; null when nothing is left to send. */
export function patchBetween(saved: SectionText, wanted: SectionText): SectionPatch | null {
  if ("paragraphs" in saved || "paragraphs" in wanted) {
    const [base, paragraphs] = [linesOf(saved), linesOf(wanted)];
    return sameLines(base, paragraphs) ? null : { paragraphs, base };
  }
  const changed = Object.keys(wanted.cells).filter(
    (cell) => cellIn(wanted, cell) !== cellIn(saved, cell),
  );
  if (changed.length === 0) return null;
  return { cells: pick(wanted, changed), base: pick(saved, changed) };
}

/**
 * `wanted`, which was typed over `from`, brought onto `onto`: places that the person left alone
 * take what stands there. Prose is one place.
 */
export function rebase(from: SectionText, wanted: SectionText, onto: SectionText): SectionText {
  if ("paragraphs" in wanted || "paragraphs" in from || "paragraphs" in onto) {
    return patchBetween(from, wanted) ? wanted : onto;
  }
  const mine = Object.keys(wanted.cells).filter((c) => cellIn(wanted, c) !== cellIn(from, c));
  return { cells: { ...onto.cells, ...pick(wanted, mine) } };
}

/** Places where two texts differ. */
export function differences(a: SectionText, b: SectionText): string[] {
  const patch = patchBetween(a, b);
  if (!patch) return [];
  return "cells" in patch ? Object.keys(patch.cells) : [PROSE];
}

/** `text` with the named places as they are in `other`. */
export function withPlaces(text: SectionText, other: SectionText, places: string[]): SectionText {
  if ("paragraphs" in text || "paragraphs" in other) return places.includes(PROSE) ? other : text;
  return { cells: { ...text.cells, ...pick(other, places) } };
}

export function linesOf(text: SectionText): string[] {
  return "paragraphs" in text ? text.paragraphs : [];
}

export function cellIn(text: SectionText, cell: string): CellValue {
  return "cells" in text ? (text.cells[cell] ?? null) : null;
}

function pick(text: { cells: Cells }, cells: string[]): Cells {
  return Object.fromEntries(cells.map((cell) => [cell, text.cells[cell] ?? null]));
}

function sameLines(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i]);
}
