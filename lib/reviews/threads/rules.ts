import { cellFormat, cellName } from "@/lib/format/cells";
import { findSection } from "@/lib/format/content";
import { isTableKey, type ReportFormat } from "@/lib/format/format";
import type { Passage, QuoteInput } from "@/lib/reviews/threads/schema";

/** A quoted passage with what stood around it, to find it again. */
export interface Anchor {
  text: string;
  paragraph: number;
  /** Offset in the paragraph, in UTF-16 units. */
  start: number;
  prefix: string;
  suffix: string;
}

/** As much of the surroundings as is kept on either side, in UTF-16 units. */
const CONTEXT = 32;

/** Surroundings shorter than this could stand anywhere: a changed passage is not found by them. */
const ENOUGH_CONTEXT = 6;

/** A quote shorter than this is not found without anything that stood around it. */
const ENOUGH_TEXT = 4;

/**
 * The anchor of a passage that a person quotes from the present paragraphs: at the place named,
 * or wherever the words are when they are there just once; null when they are not.
 */
export function anchorOf(paragraphs: string[], { text, paragraph, start }: QuoteInput) {
  const there = { paragraph, start };
  const isThere = paragraphs[paragraph]?.slice(start, start + text.length) === text;
  const all = isThere ? [there] : occurrences(paragraphs, text);
  const [place] = all;
  if (!place || all.length > 1) return null;
  const whole = paragraphs[place.paragraph] ?? "";
  const end = place.start + text.length;
  const anchor: Anchor = {
    text,
    ...place,
    prefix: whole
      .slice(Math.max(0, place.start - CONTEXT), place.start)
      .replace(/^[\udc00-\udfff]/, ""),
    suffix: whole.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
  };
  return anchor;
}

/**
 * Where a quoted passage is now. The same words with anything of their surroundings win, the most
 * alike first and the nearest among equals; then the same words alone, if they are there once;
 * then the place between the same surroundings, whose words have changed. Null: 原文已改动.
 */
export function findPassage(paragraphs: string[], anchor: Anchor): Passage | null {
  const exact = occurrences(paragraphs, anchor.text)
    .map((at) => ({ ...at, likeness: likeness(paragraphs[at.paragraph] ?? "", at.start, anchor) }))
    .toSorted((a, b) => b.likeness - a.likeness || distance(a, anchor) - distance(b, anchor));
  const [best] = exact;
  const isAlone = exact.length === 1 && anchor.text.length >= ENOUGH_TEXT;
  if (best && (best.likeness > 0 || isAlone)) return passage(best, anchor.text.length, false);
  return betweenContext(paragraphs, anchor);
}

interface Place {
  paragraph: number;
  start: number;
}

function passage({ paragraph, start }: Place, length: number, changed: boolean): Passage {
  return { paragraph, start, end: start + length, changed };
}

function occurrences(paragraphs: string[], text: string): Place[] {
  if (text === "") return [];
  const found: Place[] = [];
  for (const [paragraph, whole] of paragraphs.entries()) {
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      found.push({ paragraph, start: at });
    }
  }
  return found;
}

/** How much of what stood around the quote stands around this occurrence, in characters. */
function likeness(whole: string, start: number, { text, prefix, suffix }: Anchor): number {
  const end = start + text.length;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === whole[start - 1 - before])
    before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === whole[end + after]) after += 1;
  const atStart = prefix === "" && start === 0;
  const atEnd = suffix === "" && end === whole.length;
  return before + after + Number(atStart) + Number(atEnd);
}

function distance(place: Place, anchor: Anchor): number {
  const away = Math.abs(place.paragraph - anchor.paragraph) * 100_000;
  return away + Math.abs(place.start - anchor.start);
}

/** The one place that stands between the quote's surroundings, whatever its words are now. */
function betweenContext(paragraphs: string[], { text, prefix, suffix }: Anchor): Passage | null {
  if (prefix.length + suffix.length < ENOUGH_CONTEXT) return null;
  const found = paragraphs.flatMap((whole, paragraph) => {
    const starts =
      prefix === "" ? [0] : occurrences([whole], prefix).map((p) => p.start + prefix.length);
    return starts.flatMap((start) => {
      const end = suffix === "" ? whole.length : whole.indexOf(suffix, start);
      const isNear = end >= start && end - start <= text.length * 2 + CONTEXT;
      return isNear ? [passage({ paragraph, start }, end - start, true)] : [];
    });
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Why a thread cannot stand at a place, in Chinese; empty when it can. */
export function placeProblems(format: ReportFormat, section: string, cell?: string): string[] {
  if (!findSection(format, section)) return [`没有“${section}”这个部分，请重新选择。`];
  if (!cell || (isTableKey(section) && cellFormat(format.tables[section], cell))) return [];
  return [`这一部分没有单元格“${cell}”，请重新选择。`];
}

/** A must-resolve thread that is open. */
export interface OpenThreadFact {
  section: string;
  cell: string | null;
  openedByName: string;
  /** What it opened with. */
  words: string;
}

const SHOWN_WORDS = 40;

/** What open must-resolve threads say against a submission, one sentence each. */
export function threadBlocks(format: ReportFormat, threads: OpenThreadFact[]): string[] {
  return threads.map(({ section, cell, openedByName, words }) => {
    const table = isTableKey(section) && format.tables[section];
    const known = table && cell && cellFormat(table, cell);
    const place = `${findSection(format, section)?.label ?? section}${known ? cellName(known) : ""}`;
    const short = [...words.replace(/\s+/g, " ")];
    const said = `${short.slice(0, SHOWN_WORDS).join("")}${short.length > SHOWN_WORDS ? "…" : ""}`;
    return `批注必须解决：${place}，${openedByName}提出“${said}”。请答复，由提出人或审核人标为已解决后再送审。`;
  });
}
