import { typedCells } from "@/lib/format/cells";
import {
  flattenCells,
  getFormat,
  type ReportContent,
  type SectionContent,
  type Sections,
} from "@/lib/format/content";
import { isTableKey, type ReportFormat, type SectionKey } from "@/lib/format/format";
import type { Doubt, PrintedSource } from "@/lib/format/source";
import type { Change } from "@/lib/reports/revisions/rules";

/** What importing a text would do, as the API answers it. */
export interface ImportAnswer {
  /** Of the report that the changes stand against. */
  version: number;
  /** The whole report as it would be. */
  content: ReportContent;
  doubts: Doubt[];
  /** What a person must confirm first: the text names another bureau or year. */
  questions: string[];
  changes: Change[];
  source: PrintedSource;
}

/** How much an import writes: sections of prose and cells, and what of it takes the place of something. */
export interface ImportCounts {
  prose: number;
  cells: number;
  replacedProse: number;
  replacedCells: number;
  /** Cells that hold a value now and would be blank. */
  clearedCells: number;
}

export function importCounts(changes: Change[]): ImportCounts {
  const prose = changes.filter((change) => change.cell === null);
  const cells = changes.filter((change) => change.cell !== null);
  const replaced = (list: Change[]) => list.filter((change) => change.before !== null).length;
  return {
    prose: prose.length,
    cells: cells.length,
    replacedProse: replaced(prose),
    replacedCells: replaced(cells),
    clearedCells: cells.filter((change) => change.after === null).length,
  };
}

/** Whether the cell that a doubt is about would be blank; null for a doubt about no cell. */
export function staysBlank({ where }: Doubt, content: ReportContent): boolean | null {
  const { section, cell } = where;
  if (!section || !cell || !isTableKey(section)) return null;
  const cells = flattenCells(getFormat(content.format), section, content.tables[section] ?? {});
  return (cells[cell] ?? null) === null;
}

/** The present content with what an import read in its place; what it did not find stays. */
export function withImported(current: Sections, imported: Partial<Sections>): Sections {
  return { ...current, ...imported };
}

/** Why an import asks before it is stored: the text names another bureau or another year. */
export function identityQuestions(
  read: { bureauName: string | null; year: number | null },
  report: { names: string[]; year: number },
): string[] {
  const questions: string[] = [];
  if (read.year !== null && read.year !== report.year) {
    questions.push(
      `来稿标题写的是${read.year}年，本报告是${report.year}年度，请确认没有拿错文稿。`,
    );
  }
  if (read.bureauName !== null && !report.names.includes(read.bureauName)) {
    questions.push(`来稿标题写的是“${read.bureauName}”，不是本单位的名称，请确认没有拿错文稿。`);
  }
  return questions;
}

/** Every filled cell that a person types, the notes, or the prose as a whole, came with the import. */
export function originsOf(
  format: ReportFormat,
  key: SectionKey,
  content: SectionContent,
): Record<string, "imported"> {
  if (content.kind === "prose" || !isTableKey(key)) return { paragraphs: "imported" };
  const filled = typedCells(format.tables[key]).filter(
    (cell) => (content.cells[cell.key] ?? null) !== null,
  );
  const places = filled.map((cell) => cell.key).concat(content.notes.length ? "notes" : []);
  return Object.fromEntries(places.map((place) => [place, "imported"]));
}
