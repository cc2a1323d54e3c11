import type { Passage, QuoteInput } from "@/lib/reviews/threads/schema";

/** A quoted passage with what stood around it, to find it again. */
export interface Anchor {
  text: string;
  /** Which one it was of the places where just these words stood, from 0, and how many they were. */
  nth: number;
  of: number;
  /** What stood on either side; where a paragraph ends makes no difference. */
  prefix: string;
  suffix: string;
}

/** As much of the surroundings as is kept on either side, in UTF-16 units. */
const CONTEXT = 32;

/** How much of the surroundings a changed passage is found by, the surest first. */
const CONTEXTS = [32, 16, 6];

/** Surroundings shorter than this could stand anywhere. */
const ENOUGH_CONTEXT = 6;

/** What stands before the first and behind the last paragraph; no text may hold either. */
const START = "\u0002";
const END = "\u0003";

/** A quote shorter than this is not found without anything that stood around it. */
const ENOUGH_TEXT = 4;

/** Words that stand in more places than this say nothing about which of them is meant. */
const MAX_PLACES = 2000;

/**
 * The anchor of a passage that a person quotes from the present paragraphs: at the place named,
 * or wherever the words are when they are there just once; null when they are not.
 */
export function anchorOf(paragraphs: string[], quote: QuoteInput): Anchor | null {
  const { text } = quote;
  const { whole, starts } = joined(paragraphs);
  const all = occurrences(whole, text).filter((at) => isInside(starts, at, text.length));
  const named = (starts[quote.paragraph] ?? -1) + quote.start;
  const at = all.includes(named) ? named : all[0];
  if (at === undefined || (at !== named && all.length > 1)) return null;
  const end = at + text.length;
  return {
    text,
    nth: all.indexOf(at),
    of: all.length,
    prefix: whole.slice(Math.max(0, at - CONTEXT), at).replace(/^[\udc00-\udfff]/, ""),
    suffix: whole.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
  };
}

/**
 * Where a quoted passage is now: first the same words among half of their surroundings; then words
 * that were and are there once, wherever they went; then the place between the surroundings, whose
 * words have changed; then words that were there once, with anything of their surroundings. Words
 * that stood in several places are never followed to another of them. Null: 原文已改动.
 */
export function findPassage(paragraphs: string[], anchor: Anchor): Passage | null {
  const { whole, starts } = joined(paragraphs);
  const { text, nth, prefix, suffix } = anchor;
  const exact = occurrences(whole, text)
    .map((at, index) => ({ at, index, likeness: likeness(whole, at, anchor) }))
    .toSorted((a, b) => {
      return b.likeness - a.likeness || Math.abs(a.index - nth) - Math.abs(b.index - nth);
    });
  const [best] = exact;
  if (best && best.likeness * 2 >= prefix.length + suffix.length) {
    return passage(starts, best.at, text.length, false);
  }
  const inside = exact.filter(({ at }) => isInside(starts, at, text.length));
  const [nearest] = anchor.of === 1 ? inside : [];
  if (nearest && inside.length === 1 && text.length >= ENOUGH_TEXT) {
    return passage(starts, nearest.at, text.length, false);
  }
  const between = betweenContext(whole, anchor);
  if (between) {
    const { start, length } = between;
    return passage(starts, start, length, whole.slice(start, start + length) !== text);
  }
  return nearest?.likeness ? passage(starts, nearest.at, text.length, false) : null;
}

/** The paragraphs as one text, and where in it each begins. */
function joined(paragraphs: string[]): { whole: string; starts: number[] } {
  let end = START.length;
  const starts = paragraphs.map((paragraph) => {
    end += paragraph.length;
    return end - paragraph.length;
  });
  return { whole: START + paragraphs.join("") + END, starts };
}

function occurrences(whole: string, text: string): number[] {
  const found: number[] = [];
  if (text === "") return found;
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    found.push(at);
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

/** How much of what stood around the quote stands around this occurrence, in characters. */
function likeness(whole: string, at: number, { text, prefix, suffix }: Anchor): number {
  const end = at + text.length;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === whole[at - 1 - before]) before += 1;
  let after = 0;
  while (after < suffix.length && suffix[after] === whole[end + after]) after += 1;
  return before + after;
}

/** The one place that stands between the quote's surroundings, whatever its words are now. */
function betweenContext(
  whole: string,
  { text, prefix, suffix }: Anchor,
): { start: number; length: number } | null {
  for (const size of CONTEXTS) {
    const before = prefix.slice(-size);
    const after = suffix.slice(0, size);
    if (before.length + after.length < ENOUGH_CONTEXT) return null;
    const found = occurrences(whole, before).flatMap((at) => {
      const start = at + before.length;
      const length = whole.indexOf(after, start) - start;
      return length >= 0 && length <= text.length * 2 + CONTEXT ? [{ start, length }] : [];
    });
    if (found.length > 1) return null;
    if (found[0]) return found[0];
  }
  return null;
}

/** Whether a stretch of the whole text lies in one paragraph. */
function isInside(starts: number[], at: number, length: number): boolean {
  return !starts.some((start) => start > at && start < at + length);
}

/** A stretch of the whole text in its paragraph; where it was cut in two, the longest piece. */
function passage(starts: number[], at: number, length: number, changed: boolean): Passage {
  const cuts = starts.filter((start) => start > at && start < at + length);
  const edges = [at, ...cuts, at + length];
  const pieces = edges.slice(1).map((end, i) => ({ from: edges[i] ?? at, end }));
  const { from, end } = pieces.reduce((longest, piece) =>
    piece.end - piece.from > longest.end - longest.from ? piece : longest,
  );
  // An empty stretch at the end of a paragraph belongs to it, and not to the next.
  const paragraph = Math.max(
    0,
    starts.findLastIndex((start) => (from === end ? start < from : start <= from)),
  );
  const base = starts[paragraph] ?? 0;
  const isCut = cuts.length > 0;
  return { paragraph, start: from - base, end: end - base, changed: changed || isCut };
}
