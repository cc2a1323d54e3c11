import {
  DeletedTextRun,
  InsertedTextRun,
  type IParagraphPropertiesOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { MarkedParagraph, Passage } from "@/lib/format/marked";

/** What a tracked change carries: a number of its own, and whose it is said to be. */
export type Stamp = () => { id: number; author: string; date: string };

/** The stamps of one file. */
export function stampsOf(author: string, at: Date): Stamp {
  let id = 0;
  return () => ({ id: ++id, author: wordText(author), date: at.toISOString() });
}

/** A text as Word can hold it: XML has no place for two of Unicode's codes. */
export function wordText(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
}

/** Passages as changes that a person can accept or reject. `size` is in half points. */
export function trackedRuns(passages: Passage[], stamp: Stamp, size?: number): ParagraphChild[] {
  return passages.map(({ kind, text }) => {
    const run = { text: wordText(text), size };
    if (kind === "added") return new InsertedTextRun({ ...run, ...stamp() });
    if (kind === "removed") return new DeletedTextRun({ ...run, ...stamp() });
    return new TextRun(run);
  });
}

/** Passages that only look like changes: struck out and underlined. */
export function drawnRuns(passages: Passage[]): ParagraphChild[] {
  return passages.map(({ kind, text }) => {
    const run = { text: wordText(text) };
    if (kind === "added") return new TextRun({ ...run, underline: {}, color: "1D4F91" });
    if (kind === "removed") return new TextRun({ ...run, strike: true, color: "A3211B" });
    return new TextRun(run);
  });
}

/** A paragraph of two texts; where only one of them has it, its end is a change too. */
export function trackedParagraph(
  { before, after, passages }: MarkedParagraph,
  stamp: Stamp,
  look: IParagraphPropertiesOptions,
): Paragraph {
  const end = {
    ...(before === null && { insertion: stamp() }),
    ...(after === null && { deletion: stamp() }),
  };
  return new Paragraph({ ...look, run: end, children: trackedRuns(passages, stamp) });
}

/** A line of words in one of the styles. */
export function line(style: string, words: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun(wordText(words))] });
}
