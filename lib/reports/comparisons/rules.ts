import { diffArrays } from "diff";
import { cellsOf, paragraphsOf, type Sections } from "@/lib/format/content";
import {
  type Cells,
  isTableKey,
  type ReportFormat,
  sectionsOf,
  type TableFormat,
} from "@/lib/format/format";
import type { MarkedCell, MarkedParagraph, MarkedSections, Passage } from "@/lib/format/marked";

/** Beyond so many words that differ, marking single words says less than the two texts do. */
const MOST_DIFFERENCES = 2000;
/** The same for one paragraph: a text may have hundreds of them. */
const MOST_IN_PARAGRAPH = 300;

/** Two texts word by word; joined without the added passages it is `before`, without the removed `after`. */
export function comparePassages(before: string, after: string, most = MOST_DIFFERENCES): Passage[] {
  const changes = diffArrays(words(before), words(after), { maxEditLength: most });
  if (!changes) return whole("removed", before).concat(whole("added", after));
  return changes.flatMap(({ added, removed, value }) =>
    whole(added ? "added" : removed ? "removed" : "same", value.join("")),
  );
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** Chinese writes no spaces: where a word ends only a dictionary knows. */
function words(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function whole(kind: Passage["kind"], text: string): Passage[] {
  return text ? [{ kind, text }] : [];
}

/** A paragraph with the one that took its place; null on either side where there is none. */
type Pair = [before: string | null, after: string | null];

/**
 * Two texts paragraph by paragraph: equal ones hold together, between them those that are alike
 * are the same paragraph rewritten, and what is left stands in for one another in order.
 */
export function compareParagraphs(before: string[], after: string[]): MarkedParagraph[] {
  let [was, is] = [0, 0];
  return pairsOf(before, after).map(([old, now]) => ({
    before: old === null ? null : ++was,
    after: now === null ? null : ++is,
    passages: passagesOf(old, now),
  }));
}

function pairsOf(before: string[], after: string[]): Pair[] {
  const pairs: Pair[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  for (const change of diffArrays(before, after)) {
    if (change.removed) removed = change.value;
    else if (change.added) added = change.value;
    else {
      pairs.push(...pairUp(removed, added), ...change.value.map((text): Pair => [text, text]));
      [removed, added] = [[], []];
    }
  }
  return [...pairs, ...pairUp(removed, added)];
}

function passagesOf(before: string | null, after: string | null): Passage[] {
  if (before === after) return whole("same", after ?? "");
  if (before !== null && after !== null && likeness(bigrams(before), bigrams(after)) > 0) {
    return comparePassages(before, after, MOST_IN_PARAGRAPH);
  }
  return whole("removed", before ?? "").concat(whole("added", after ?? ""));
}

/** Beyond so many possible pairs, paragraphs are paired in order. */
const MOST_PAIRS = 2500;

/** Pairs paragraphs without crossing, so that those that are alike come together. */
function pairUp(removed: string[], added: string[]): Pair[] {
  if (removed.length * added.length > MOST_PAIRS) return inOrder(removed, added);
  const best = greatestSums(removed, added);
  const pairs: Pair[] = [];
  let [i, j, nextI, nextJ] = [0, 0, 0, 0];
  while (i < removed.length && j < added.length) {
    if (best[i]?.[j] === best[i + 1]?.[j]) i += 1;
    else if (best[i]?.[j] === best[i]?.[j + 1]) j += 1;
    else {
      pairs.push(...inOrder(removed.slice(nextI, i), added.slice(nextJ, j)));
      pairs.push([removed[i] ?? null, added[j] ?? null]);
      [nextI, nextJ] = [++i, ++j];
    }
  }
  return [...pairs, ...inOrder(removed.slice(nextI), added.slice(nextJ))];
}

function inOrder(removed: string[], added: string[]): Pair[] {
  const length = Math.max(removed.length, added.length);
  return Array.from({ length }, (_, i) => [removed[i] ?? null, added[i] ?? null]);
}

/** By i and j: how alike the pairs can be in sum, out of `removed` from i on and `added` from j on. */
function greatestSums(removed: string[], added: string[]): number[][] {
  const others = added.map(bigrams);
  const sums = [...removed, ""].map(() => [...added, ""].map(() => 0));
  for (let i = removed.length - 1; i >= 0; i -= 1) {
    const [row, below] = [sums[i] ?? [], sums[i + 1] ?? []];
    const own = bigrams(removed[i] ?? "");
    for (let j = added.length - 1; j >= 0; j -= 1) {
      const alike = likeness(own, others[j] ?? new Set());
      const paired = alike > 0 ? alike + (below[j + 1] ?? 0) : 0;
      row[j] = Math.max(below[j] ?? 0, row[j + 1] ?? 0, paired);
    }
  }
  return sums;
}

/** Below this two paragraphs are two, not one rewritten. */
const LEAST_LIKENESS = 0.3;

/** Share of the pairs of characters that two texts have in common, from 0 to 1; 0 where it is small. */
function likeness(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  const share = (2 * common) / (a.size + b.size || 1);
  return share < LEAST_LIKENESS ? 0 : share;
}

function bigrams(text: string): Set<string> {
  const characters = Array.from(text);
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
}

/** Every section of two texts at once: prose by word, tables by cell, totals too. */
export function markSections(
  format: ReportFormat,
  before: Sections,
  after: Sections,
): MarkedSections {
  const marked = sectionsOf(format).map(({ key }) => {
    const paragraphs = compareParagraphs(paragraphsOf(before, key), paragraphsOf(after, key));
    const cells = isTableKey(key)
      ? markCells(format.tables[key], cellsOf(before, key), cellsOf(after, key))
      : {};
    return [key, { paragraphs, cells }];
  });
  return Object.fromEntries(marked);
}

function markCells(table: TableFormat, before: Cells, after: Cells): Record<string, MarkedCell> {
  const cells = table.cells.map(({ key }) => [
    key,
    { before: before[key] ?? null, after: after[key] ?? null },
  ]);
  return Object.fromEntries(cells);
}
