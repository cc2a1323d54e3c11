import type { GatheredRow } from "@/components/reviews/gathering/book";
import { cellFormat, cellName, parseCell, withTotals } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import {
  type CellKey,
  type CellValue,
  isTableKey,
  type ReportFormat,
  type SectionKey,
} from "@/lib/format/format";
import { proseProblem, splitParagraphs } from "@/lib/format/prose";
import { type Change, sectionChanges } from "@/lib/reports/revisions/rules";

/** 领导改稿 of one section while it is being written; its id is the section. */
export interface SectionAmendment extends GatheredRow {
  id: SectionKey;
  /** The paragraphs, or the notes under a table, as typed. */
  texts: string[];
  /** What they were when he began. */
  baseTexts: string[];
  /** Cells that he chose, each as typed and as it was. */
  cells: Record<CellKey, { text: string; base: CellValue }>;
}

/** The section as it stands, ready to be written in. */
export function beginAmendment(
  id: SectionKey,
  present: SectionContent,
  at: number,
): SectionAmendment {
  const texts = linesOf(present);
  return { id, at, texts, baseTexts: texts, cells: {} };
}

function linesOf(content: SectionContent): string[] {
  return content.kind === "prose" ? content.paragraphs : content.notes;
}

/** What differs from the present text, for the eye. */
export function amendedPlaces(
  format: ReportFormat,
  amendment: SectionAmendment,
  present: SectionContent,
): Change[] {
  const after = amendedContent(format, amendment, present);
  return sectionChanges(format, amendment.id, present, after);
}

function amendedContent(
  format: ReportFormat,
  { id, texts, baseTexts, cells }: SectionAmendment,
  present: SectionContent,
): SectionContent {
  const lines = isSame(texts, baseTexts) ? linesOf(present) : texts.flatMap(splitParagraphs);
  if (present.kind === "prose" || !isTableKey(id)) return { kind: "prose", paragraphs: lines };
  const typed = Object.entries(cells).map(([cell, { text }]) => {
    const parsed = parseCell(cellFormat(format.tables[id], cell)?.kind ?? "count", text);
    return [cell, parsed.ok ? parsed.value : text];
  });
  const values = { ...present.cells, ...Object.fromEntries(typed) };
  return { kind: "table", cells: withTotals(format.tables[id], values), notes: lines };
}

/** What an event takes of it; null where nothing differs. */
export function changesOf(
  format: ReportFormat,
  amendment: SectionAmendment,
  present: SectionContent,
) {
  const places = amendedPlaces(format, amendment, present);
  const after = amendedContent(format, amendment, present);
  const section = amendment.id;
  const cells = places.flatMap(({ cell }) => cell ?? []);
  const values = after.kind === "table" ? after.cells : {};
  const wanted = Object.fromEntries(cells.map((cell) => [cell, values[cell] ?? null]));
  return [
    ...(cells.length ? [{ section, cells: wanted }] : []),
    ...(places.some(({ cell }) => cell === null) ? [{ section, paragraphs: linesOf(after) }] : []),
  ];
}

/** Why it cannot be sent, in Chinese; empty when it can. */
export function amendmentProblems(format: ReportFormat, amendment: SectionAmendment): string[] {
  const { id, texts, cells } = amendment;
  const table = isTableKey(id) ? format.tables[id] : null;
  const illegal = Object.entries(cells).flatMap(([key, { text }]) => {
    const cell = table && cellFormat(table, key);
    const parsed = cell ? parseCell(cell.kind, text) : null;
    return cell && parsed && !parsed.ok ? [`${cellName(cell)}：${parsed.reason}`] : [];
  });
  const problems = texts.flatMap((text, index) => {
    const problem = splitParagraphs(text).map(proseProblem).find(Boolean);
    return problem ? [`第 ${index + 1} 段：${problem}`] : [];
  });
  return [...illegal, ...problems];
}

/** Whether somebody changed since what he changes here: he looks at it again before it goes. */
export function isStale(amendment: SectionAmendment, present: SectionContent): boolean {
  const { texts, baseTexts, cells } = amendment;
  const lines = !isSame(texts, baseTexts) && !isSame(baseTexts, linesOf(present));
  const values = present.kind === "table" ? present.cells : {};
  return lines || Object.entries(cells).some(([key, { base }]) => (values[key] ?? null) !== base);
}

/** He has seen what stands there now. */
export function seenAgain(amendment: SectionAmendment, present: SectionContent): SectionAmendment {
  const values = present.kind === "table" ? present.cells : {};
  const cells = Object.entries(amendment.cells).map(([key, { text }]) => [
    key,
    { text, base: values[key] ?? null },
  ]);
  const { texts, baseTexts } = amendment;
  const lines = linesOf(present);
  const kept = isSame(texts, baseTexts) ? lines : texts;
  return { ...amendment, texts: kept, baseTexts: lines, cells: Object.fromEntries(cells) };
}

function isSame(a: string[], b: string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
