import { diff3Merge } from "node-diff3";
import { cellFormat, cellName, parseCell, withTotals } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import {
  type Cells,
  type CellValue,
  isTableKey,
  type ReportFormat,
  type TableFormat,
} from "@/lib/format/format";
import type {
  ProseChange,
  SaveOrder,
  SectionChange,
  TableChange,
} from "@/lib/reports/sections/schema";

/** What a save makes of the present content: the new content, or why not. */
export type Merged =
  | { kind: "merged"; content: SectionContent; changed: string[] }
  | { kind: "illegal"; reasons: string[] }
  /** `refused` is the section as the person would have had it. */
  | { kind: "conflict"; places: string[]; refused: SectionContent };

/**
 * Puts a change into a section. `behind` says that the person started from an older version.
 */
export function mergeSection(
  format: ReportFormat,
  key: string,
  current: SectionContent,
  change: SectionChange,
  behind: boolean,
): Merged {
  if (current.kind === "table" && "cells" in change && isTableKey(key)) {
    return mergeCells(format.tables[key], current, change, behind);
  }
  if ("paragraphs" in change) {
    return current.kind === "table"
      ? mergeNotes(current, change, behind)
      : mergeParagraphs(current.paragraphs, change, behind);
  }
  return { kind: "illegal", reasons: ["这一部分只接受 paragraphs，请检查请求内容。"] };
}

type TableContent = Extract<SectionContent, { kind: "table" }>;

/**
 * Puts changed cells into a table. `behind` says that the person started from
 * an older version: then a cell is taken only where it still is what it was
 * (`base`), or already is what the person wants.
 */
export function mergeCells(
  table: TableFormat,
  current: TableContent,
  change: TableChange,
  behind: boolean,
): Merged {
  const parsed = parseAll(table, change.cells);
  const base = parseAll(table, change.base ?? {});
  const reasons = [...parsed.reasons, ...base.reasons];
  if (reasons.length) return { kind: "illegal", reasons };
  const keys = Object.keys(parsed.values);
  const clash = keys.filter((key) => {
    const now = current.cells[key] ?? null;
    const untouched = key in base.values && base.values[key] === now;
    return behind && !untouched && parsed.values[key] !== now;
  });
  const cells = withTotals(table, { ...current.cells, ...parsed.values });
  const content = { ...current, cells };
  if (clash.length) return { kind: "conflict", places: clash, refused: content };
  const changed = keys.filter((key) => parsed.values[key] !== current.cells[key]);
  return { kind: "merged", content, changed };
}

function parseAll(table: TableFormat, raw: Record<string, CellValue>) {
  const values: Cells = {};
  const reasons: string[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const cell = cellFormat(table, key);
    if (!cell) reasons.push(`${table.name}没有单元格“${key.slice(0, 60)}”。`);
    else if (cell.sumOf) reasons.push(`${table.name}${cellName(cell)}由系统计算，不能填写。`);
    else {
      const parsed = parseCell(cell.kind, value);
      if (parsed.ok) values[key] = parsed.value;
      else reasons.push(`${table.name}${cellName(cell)}：${parsed.reason}。`);
    }
  }
  return { values, reasons };
}

/** Puts new paragraphs in place of the present ones, by three-way merge when behind. */
export function mergeParagraphs(current: string[], change: ProseChange, behind: boolean): Merged {
  const paragraphs = mergeLines(current, change, behind);
  if (!paragraphs) {
    const refused = { kind: "prose" as const, paragraphs: filledLines(change.paragraphs) };
    return { kind: "conflict", places: ["paragraphs"], refused };
  }
  return { kind: "merged", content: { kind: "prose", paragraphs }, changed: ["paragraphs"] };
}

/** The same for the notes under a table; its cells stay. */
export function mergeNotes(current: TableContent, change: ProseChange, behind: boolean): Merged {
  const notes = mergeLines(current.notes, change, behind);
  if (!notes) {
    const refused = { ...current, notes: filledLines(change.paragraphs) };
    return { kind: "conflict", places: ["notes"], refused };
  }
  return { kind: "merged", content: { ...current, notes }, changed: ["notes"] };
}

/** Null where both changed the same paragraph, or nobody knows what the person began with. */
function mergeLines(current: string[], change: ProseChange, behind: boolean): string[] | null {
  const wanted = filledLines(change.paragraphs);
  const base = change.base && filledLines(change.base);
  if (!behind || same(wanted, current) || (base && same(base, current))) return wanted;
  if (!base) return null;
  const regions = diff3Merge(current, base, wanted).map(
    ({ ok, conflict }) => ok ?? (conflict ? settleNeighbours(conflict) : null),
  );
  if (regions.includes(null)) return null;
  return regions.flatMap((region) => region ?? []);
}

function filledLines(paragraphs: string[]): string[] {
  return paragraphs.filter((text) => text.trim() !== "");
}

/**
 * What the merge takes for one clash because the paragraphs stand side by side: one person changed
 * this paragraph and the other its neighbour, or put new ones around it. Null where both changed
 * the same one, or where it cannot be told which paragraph became which.
 */
function settleNeighbours({ a, o, b }: { a: string[]; o: string[]; b: string[] }): string[] | null {
  if (a.length === o.length) return replaced(o, a, b);
  return b.length === o.length ? replaced(o, b, a) : null;
}

/** `other` with each paragraph of `base` as `edited` has it; null where both changed one. */
function replaced(base: string[], edited: string[], other: string[]): string[] | null {
  if (other.length === base.length) {
    const settled = base.map((old, i) => settle(old, edited[i] ?? old, other[i] ?? old));
    return settled.every((text) => text !== null) ? settled : null;
  }
  let at = 0;
  const merged = other.map((text) => (text === base[at] ? (edited[at++] ?? text) : text));
  return at === base.length && at > 0 ? merged : null;
}

function settle(old: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === old) return mine;
  return mine === old ? theirs : null;
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

/** A section with these places (cells, `notes`) as another text of it has them, all without a list. */
export function withPlaces(
  format: ReportFormat,
  key: string,
  present: SectionContent,
  { content, places }: { content: SectionContent; places: string[] | null },
): SectionContent {
  if (!places || present.kind === "prose" || content.kind === "prose") return content;
  const taken = Object.entries(content.cells).filter(([cell]) => places.includes(cell));
  const typed = { ...present.cells, ...Object.fromEntries(taken) };
  const cells = isTableKey(key) ? withTotals(format.tables[key], typed) : typed;
  return { ...present, cells, notes: places.includes("notes") ? content.notes : present.notes };
}

const MAX_WINDOWS = 16;

/** Whether that save, or a later one of the same window, is stored already. */
export function isLate(saves: SaveOrder[], { window, no }: SaveOrder): boolean {
  return saves.some((save) => save.window === window && save.no >= no);
}

/** The newest save of each of the windows that wrote last, the latest at the end. */
export function withSave(saves: SaveOrder[], order: SaveOrder): SaveOrder[] {
  const others = saves.filter(({ window }) => window !== order.window);
  return [...others, order].slice(-MAX_WINDOWS);
}

/**
 * Whether something that a person put in these places of `earlier` stands no longer in `current`:
 * a value that is another now, or a paragraph that was not only written on.
 */
export function losesText(
  places: string[],
  earlier: SectionContent,
  current: SectionContent,
): boolean {
  const inLines = places.includes("paragraphs") || places.includes("notes");
  if (inLines && losesLines(linesOf(earlier), linesOf(current))) return true;
  if (earlier.kind === "prose" || current.kind === "prose") return false;
  const values = places.map((cell) => [earlier.cells[cell] ?? null, current.cells[cell] ?? null]);
  return values.some(([before, now]) => before !== null && before !== now);
}

function losesLines(earlier: string[], current: string[]): boolean {
  return earlier.some((line) => !current.some((text) => text.includes(line)));
}

function linesOf(content: SectionContent): string[] {
  return content.kind === "prose" ? content.paragraphs : content.notes;
}

const SLOT_MS = 15 * 60 * 1000;

/**
 * The quarter of an hour in which autosaves of one person and section fold into one row. A row
 * that another person's save made the only place of its text is not folded into: the next one
 * begins a millisecond later.
 */
export function historySlot(now: Date): Date {
  return new Date(Math.floor(now.getTime() / SLOT_MS) * SLOT_MS);
}
