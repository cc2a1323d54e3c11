import { runChecks } from "@/lib/checks/evaluator";
import type { CheckInput, Finding } from "@/lib/checks/finding";
import { cellFormat, typedCells } from "@/lib/format/cells";
import {
  type CellValue,
  isTableKey,
  type ReportFormat,
  type SectionFormat,
  sectionsOf,
} from "@/lib/format/format";
import type {
  ChangeRow,
  MarkedParagraph,
  MarkedSection,
  MarkedSections,
  Passage,
} from "@/lib/format/marked";
import type { ExplanationFact } from "@/lib/reports/findings/rules";

/** What is known about why a text was changed. */
export interface ChangeReasons {
  /** Items of the returns between the two 稿. */
  asked: AskedChange[];
  /** 校核问题 of the later text that were explained. */
  explained: { finding: Finding; reason: string }[];
}

export interface AskedChange {
  section: string;
  cell: string | null;
  words: string;
  byName: string;
  /** 第几稿 was returned. */
  revisionNo: number;
}

/** Findings of a text that an explanation holds for, by their fingerprints. */
export function explainedIn(
  input: CheckInput,
  explanations: Pick<ExplanationFact, "fingerprint" | "reason">[],
): ChangeReasons["explained"] {
  const newest = new Map(explanations.map((fact) => [fact.fingerprint, fact.reason]));
  return runChecks(input).flatMap((finding) => {
    const reason = newest.get(finding.fingerprint);
    return reason === undefined ? [] : [{ finding, reason }];
  });
}

/** A place where two texts differ, before it is put in words. */
interface Difference {
  section: SectionFormat;
  /** Cell key; null for a paragraph. */
  cell: string | null;
  paragraph: MarkedParagraph | null;
  before: Passage[] | null;
  after: Passage[] | null;
}

/**
 * Rows of the 修改对照表 in printed order: typed cells one by one, prose and notes by paragraph.
 * A reason that is bound to a cell or paragraph stands there, one for a whole section at the first
 * of its rows.
 */
export function changeRows(
  format: ReportFormat,
  marked: MarkedSections,
  reasons: ChangeReasons,
): ChangeRow[] {
  return sectionsOf(format).flatMap((section) => {
    const differences = differencesIn(format, section, marked[section.key]);
    const remarks = remarksOn(section, differences, reasons);
    return differences.map((difference, i) => ({
      place: placeWords(format, difference),
      before: difference.before,
      after: difference.after,
      remarks: [...changeWords(difference), ...(remarks[i] ?? [])],
    }));
  });
}

function differencesIn(
  format: ReportFormat,
  section: SectionFormat,
  { paragraphs, cells }: MarkedSection,
): Difference[] {
  const typed = isTableKey(section.key) ? typedCells(format.tables[section.key]) : [];
  const changedCells = typed.flatMap(({ key }) => {
    const { before, after } = cells[key] ?? { before: null, after: null };
    if (before === after) return [];
    const sides = { before: valueAs("removed", before), after: valueAs("added", after) };
    return [{ section, cell: key, paragraph: null, ...sides }];
  });
  const changedParagraphs = paragraphs.filter(isChanged).map((paragraph) => {
    const before = paragraph.before === null ? null : without("added", paragraph);
    const after = paragraph.after === null ? null : without("removed", paragraph);
    return { section, cell: null, paragraph, before, after };
  });
  return [...changedCells, ...changedParagraphs];
}

function isChanged({ before, after, passages }: MarkedParagraph): boolean {
  return before === null || after === null || passages.some(({ kind }) => kind !== "same");
}

function without(kind: Passage["kind"], { passages }: MarkedParagraph): Passage[] {
  return passages.filter((passage) => passage.kind !== kind);
}

function valueAs(kind: Passage["kind"], value: CellValue): Passage[] | null {
  return value === null ? null : [{ kind, text: String(value) }];
}

/** That something came or went, said in words. */
function changeWords({ cell, before, after }: Difference): string[] {
  if (before === null) return [cell === null ? "新增一段" : "补填"];
  if (after === null) return [cell === null ? "删去一段" : "改为空白"];
  return [];
}

/** Where a difference is, as a person would find it on paper. */
function placeWords(format: ReportFormat, { section, cell, paragraph }: Difference): string[] {
  const found = isTableKey(section.key) && cellFormat(format.tables[section.key], cell ?? "");
  if (found) return [section.label, `「${found.row}」行`, `「${found.column}」列`];
  const where = paragraph ? paragraphWords(paragraph) : "";
  if (isTableKey(section.key)) return [section.label, `表下说明${where}`];
  const part = format.parts.find(({ sections }) => sections.includes(section));
  const heading = section.heading ?? section.label;
  const names = part?.heading?.endsWith(heading) ? [part.heading] : [part?.heading, heading];
  return [...names.filter((name) => typeof name === "string"), where];
}

function paragraphWords({ before, after }: MarkedParagraph): string {
  if (before === null || before === after) return `第 ${after} 段`;
  if (after === null) return `原第 ${before} 段`;
  return `第 ${after} 段（原第 ${before} 段）`;
}

/** The reasons for each of a section's differences. */
function remarksOn(
  section: SectionFormat,
  differences: Difference[],
  { asked, explained }: ChangeReasons,
): string[][] {
  const remarks: string[][] = differences.map(() => []);
  const whole = differences.length > 1 ? "对本部分的" : "";
  for (const item of asked.filter((one) => one.section === section.key)) {
    const said = `退回意见（${item.byName}，第 ${item.revisionNo} 稿）：${oneLine(item.words)}`;
    if (item.cell === null) remarks[0]?.push(whole + said);
    else remarks[differences.findIndex(({ cell }) => cell === item.cell)]?.push(said);
  }
  for (const { finding, reason } of explained.filter(
    (one) => one.finding.section === section.key,
  )) {
    const said = `情况说明（${finding.name}）：${oneLine(reason)}`;
    const at = placeOf(finding, differences);
    remarks[at ?? 0]?.push((at === null ? whole : "") + said);
  }
  return remarks;
}

/** Opinions may have several lines; a cell of the table has room for one run of words. */
function oneLine(words: string): string {
  return words.replace(/\s+/g, " ");
}

/** Which difference a finding is about: -1 for none of them, null for the section as a whole. */
function placeOf({ cell, range }: Finding, differences: Difference[]): number | null {
  if (cell) return differences.findIndex((difference) => difference.cell === cell);
  if (!range) return null;
  return differences.findIndex(({ paragraph }) => paragraph?.after === range.paragraph + 1);
}
