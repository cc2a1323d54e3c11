import { cellFormat } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import { type Cells, type CellValue, isTableKey, type ReportFormat } from "@/lib/format/format";
import { MAX_PARAGRAPHS, proseProblem } from "@/lib/format/prose";

/** What a person types into a section: cells that are not computed and notes, or paragraphs. */
export type SectionText = { cells: Cells; notes: string[] } | { paragraphs: string[] };

/** What a save sends: what changed, and what it was when the person began. */
export type SectionPatch = { cells: Cells; base: Cells } | { paragraphs: string[]; base: string[] };

/** The place of prose as a whole, where cells have their keys. */
export const PROSE = "paragraphs";
/** The place of the notes under a table. */
export const NOTES = "notes";

/** A section's content without what is computed. */
export function textOf(format: ReportFormat, key: string, content: SectionContent): SectionText {
  if (content.kind === "prose") return { paragraphs: content.paragraphs };
  if (!isTableKey(key)) return { paragraphs: content.notes };
  const table = format.tables[key];
  const typed = Object.entries(content.cells).filter(([cell]) => !cellFormat(table, cell)?.sumOf);
  return { cells: Object.fromEntries(typed), notes: content.notes };
}

/** What to send next of the places where `saved` is not like `wanted`; null when nothing is left. */
export function patchBetween(saved: SectionText, wanted: SectionText): SectionPatch | null {
  return patchesBetween(saved, wanted)[0] ?? null;
}

/** All that is to be sent, in that order: the cells, then the notes, or the prose. */
export function patchesBetween(saved: SectionText, wanted: SectionText): SectionPatch[] {
  const patches: SectionPatch[] = [];
  const changed = changedCells(saved, wanted);
  if (changed.length > 0)
    patches.push({ cells: pick(wanted, changed), base: pick(saved, changed) });
  if (!sameLines(saved, wanted))
    patches.push({ paragraphs: linesOf(wanted), base: linesOf(saved) });
  return patches;
}

/** `saved` once a patch of it is stored. */
export function withPatch(saved: SectionText, patch: SectionPatch): SectionText {
  if ("paragraphs" in patch) return withLines(saved, patch.paragraphs);
  return withCells(saved, patch.cells);
}

/** `text` with what the person who made the patch had there before it. */
export function withBase(text: SectionText, patch: SectionPatch): SectionText {
  return "paragraphs" in patch ? withLines(text, patch.base) : withCells(text, patch.base);
}

/** The patch as of somebody who began with `saved`. */
export function patchOver(saved: SectionText, patch: SectionPatch): SectionPatch {
  if ("paragraphs" in patch) return { ...patch, base: linesOf(saved) };
  return { ...patch, base: pick(saved, Object.keys(patch.cells)) };
}

function withCells(text: SectionText, cells: Cells): SectionText {
  return "cells" in text ? { ...text, cells: { ...text.cells, ...cells } } : text;
}

/**
 * `wanted`, which was typed over `from`, brought onto `onto`: places that the person left alone
 * take what stands there. Prose is one place, and so are the notes under a table.
 */
export function rebase(from: SectionText, wanted: SectionText, onto: SectionText): SectionText {
  return withPlaces(onto, wanted, differences(from, wanted));
}

/** Places where two texts differ. */
export function differences(a: SectionText, b: SectionText): string[] {
  return [...changedCells(a, b), ...(sameLines(a, b) ? [] : [linesPlace(b)])];
}

/** Places that were changed both here and by others, and not alike. */
export function clashes(from: SectionText, mine: SectionText, theirs: SectionText): string[] {
  const [here, there] = [differences(from, mine), new Set(differences(from, theirs))];
  const unlike = new Set(differences(mine, theirs));
  return here.filter((place) => there.has(place) && unlike.has(place));
}

/** `text` with the named places as they are in `other`. */
export function withPlaces(text: SectionText, other: SectionText, places: string[]): SectionText {
  const lines = places.includes(linesPlace(text)) ? linesOf(other) : linesOf(text);
  if ("paragraphs" in text) return { paragraphs: lines };
  const cells = places.filter((place) => place !== NOTES);
  return { cells: { ...text.cells, ...pick(other, cells) }, notes: lines };
}

/** Paragraphs, or the notes under a table. */
export function linesOf(text: SectionText): string[] {
  return "paragraphs" in text ? text.paragraphs : text.notes;
}

export function withLines(text: SectionText, lines: string[]): SectionText {
  return "paragraphs" in text ? { paragraphs: lines } : { ...text, notes: lines };
}

/** The name of the place that `linesOf` reads. */
export function linesPlace(text: SectionText): string {
  return "paragraphs" in text ? PROSE : NOTES;
}

export function cellIn(text: SectionText, cell: string): CellValue {
  return "cells" in text ? (text.cells[cell] ?? null) : null;
}

/** Whether two texts have the same paragraphs or notes. */
export function sameLines(a: SectionText, b: SectionText): boolean {
  const [left, right] = [linesOf(a), linesOf(b)];
  return left.length === right.length && left.every((line, i) => line === right[i]);
}

function changedCells(from: SectionText, to: SectionText): string[] {
  if (!("cells" in to)) return [];
  return Object.keys(to.cells).filter((cell) => cellIn(to, cell) !== cellIn(from, cell));
}

function pick(text: SectionText, cells: string[]): Cells {
  return Object.fromEntries(cells.map((cell) => [cell, cellIn(text, cell)]));
}

/** Why prose cannot be stored, naming the paragraph; null when it can. */
export function proseProblemOf(paragraphs: string[]): string | null {
  if (paragraphs.length > MAX_PARAGRAPHS) return `段落超过 ${MAX_PARAGRAPHS} 个，请合并`;
  const problems = paragraphs.map(proseProblem);
  const at = problems.findIndex(Boolean);
  return at === -1 ? null : `第 ${at + 1} 段：${problems[at]}`;
}
