import { sentencesOf } from "@/lib/checks/sentences";
import { applicantColumns } from "@/lib/format/2021-applications";
import { withTotals } from "@/lib/format/cells";
import { cellsOf, type SectionContent, type Sections } from "@/lib/format/content";
import type { Cells, ReportFormat } from "@/lib/format/format";
import type { Origin } from "@/lib/reports/facts/schema";

/**
 * 上年结转 as last year's 结转下年度 says it, column by column (domain rule D1).
 * A blank of last year says nothing, and leaves its column out.
 */
export function carriedInOf(lastYear: Sections): Cells {
  const before = cellsOf(lastYear, "applications");
  const pairs = applicantColumns.map(({ key }): [string, Cells[string]] => {
    return [`carriedIn.${key}`, before[`carriedOut.${key}`] ?? null];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** A new report's 表三: blank but for what last year handed on, each such cell marked. */
export function firstApplications(
  format: ReportFormat,
  lastYear: Sections | null,
): { content: SectionContent; origins: Record<string, Origin> } {
  const carried = lastYear ? carriedInOf(lastYear) : {};
  const cells = withTotals(format.tables.applications, carried);
  const origins = Object.fromEntries(Object.keys(carried).map((key) => [key, "carried" as const]));
  return { content: { kind: "table", cells, notes: [] }, origins };
}

/** Cells of 上年结转 that say something else than last year's report does, or nothing yet. */
export function differingCarriedIn(now: Cells, lastYear: Sections): Cells {
  const wanted = Object.entries(carriedInOf(lastYear));
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
