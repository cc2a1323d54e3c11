import { carriedOutBefore } from "@/lib/checks/carry-over";
import { sentencesOf } from "@/lib/checks/sentences";
import { withTotals } from "@/lib/format/cells";
import type { SectionContent, Sections } from "@/lib/format/content";
import type { Cells, CellValue, ReportFormat } from "@/lib/format/format";
import type { Origin } from "@/lib/reports/facts/schema";

/**
 * 上年结转 as last year's 结转下年度 says it, column by column (domain rule D1).
 * A blank of last year says nothing, and leaves its column out.
 */
export function carriedInOf(carriedOut: Record<string, CellValue>): Cells {
  const pairs = Object.entries(carriedOut).map(([column, value]): [string, CellValue] => {
    return [`carriedIn.${column}`, value];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** A new report's 表三: blank but for what last year handed on, each such cell marked. */
export function firstApplications(
  format: ReportFormat,
  lastYear: Sections | null,
): { content: SectionContent; origins: Record<string, Origin> } {
  const carriedOut = carriedOutBefore({ lastYear, statement: null });
  const carried = carriedOut ? carriedInOf(carriedOut) : {};
  const cells = withTotals(format.tables.applications, carried);
  return { content: { kind: "table", cells, notes: [] }, origins: originsOf(carried, "carried") };
}

/**
 * 表三 with the stated numbers in 上年结转 where nothing stood, or an earlier statement. What was
 * typed or imported stays, and is compared with them from now on.
 */
export function withStated(
  format: ReportFormat,
  present: { cells: Cells; notes: string[]; origins: Record<string, Origin> },
  carriedOut: Record<string, number>,
): { content: SectionContent; origins: Record<string, Origin> } {
  const taken = Object.entries(carriedInOf(carriedOut)).filter(([key]) => {
    return (present.cells[key] ?? null) === null || present.origins[key] === "stated";
  });
  const stated = Object.fromEntries(taken);
  const cells = withTotals(format.tables.applications, { ...present.cells, ...stated });
  const content = { kind: "table" as const, cells, notes: present.notes };
  return { content, origins: originsOf(stated, "stated") };
}

function originsOf(cells: Cells, origin: Origin): Record<string, Origin> {
  return Object.fromEntries(Object.keys(cells).map((key) => [key, origin]));
}

/** Cells of 上年结转 that say something else than what last year handed on, or nothing yet. */
export function differingCarriedIn(now: Cells, carriedOut: Record<string, CellValue>): Cells {
  const wanted = Object.entries(carriedInOf(carriedOut));
  return Object.fromEntries(wanted.filter(([key, value]) => (now[key] ?? null) !== value));
}

/** A sentence of last year, and whether this year's text has it too. */
export interface PastSentence {
  text: string;
  repeated: boolean;
}

/**
 * Last year's paragraphs in sentences. One is repeated where this year's text has it word for
 * word; numbers and spaces are left out of that, so that a year's new figures hide no copy.
 */
export function pastSentences(past: string[], now: string[]): PastSentence[][] {
  const present = new Set(now.flatMap(wholeSentences).map(masked));
  return past.map((paragraph) =>
    wholeSentences(paragraph).map((text) => {
      const known = masked(text);
      return { text, repeated: /\p{L}/u.test(known) && present.has(known) };
    }),
  );
}

const intention = /下一步|今后|将|拟|计划|打算|措施|改进|加强|进一步|下年|来年|明年/;

/**
 * 改进措施 of last year's section five: its sentences from the first that speaks of what is to be
 * done. Where none does, all of them: better one question too many than a promise left out.
 */
export function measuresOf(past: string[]): string[] {
  const sentences = past.flatMap(wholeSentences);
  const first = sentences.findIndex((text) => intention.test(text));
  return sentences.slice(Math.max(first, 0));
}

/** The sentences of a paragraph with the marks they end in; joined they are the paragraph. */
function wholeSentences(paragraph: string): string[] {
  const starts = sentencesOf(paragraph).map(({ start }) => start);
  const cuts = [0, ...starts.slice(1)];
  return cuts.map((cut, index) => paragraph.slice(cut, cuts[index + 1]));
}

function masked(sentence: string): string {
  return sentence
    .normalize("NFKC")
    .replace(/\d+/g, "0")
    .replace(/[\s。;；!！?？]/g, "");
}
