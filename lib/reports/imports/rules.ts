import { cellFormat, typedCells, withTotals } from "@/lib/format/cells";
import {
  flattenCells,
  getFormat,
  type ReportContent,
  type SectionContent,
  type Sections,
} from "@/lib/format/content";
import { isTableKey, type ReportFormat, type SectionKey, sectionsOf } from "@/lib/format/format";
import type { Doubt, PrintedSource } from "@/lib/format/source";
import type { Change } from "@/lib/reports/revisions/rules";

/** What importing a text would do, as the API answers it. */
export interface ImportAnswer {
  /** Of the report that the changes stand against. */
  version: number;
  /** The whole report as it would be. */
  content: ReportContent;
  doubts: Doubt[];
  /** What a person must confirm first: the text names another bureau or year, or none. */
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
  };
}

/**
 * What becomes of the cell that a doubt is about: it stays as it is, blank or not, where a person
 * types it; a computed one is computed from what was read. Null for a doubt about no cell.
 */
export function doubtOutcome(
  { where }: Doubt,
  content: ReportContent,
): "blank" | "kept" | "computed" | null {
  const { section, cell } = where;
  if (!section || !cell || !isTableKey(section)) return null;
  const format = getFormat(content.format);
  if (cellFormat(format.tables[section], cell)?.sumOf) return "computed";
  const cells = flattenCells(format, section, content.tables[section] ?? {});
  return (cells[cell] ?? null) === null ? "blank" : "kept";
}

/**
 * The present content with what an import read in its place; what it did not find stays: a
 * section, a cell that is blank or in doubt, the notes under a table.
 */
export function withImported(
  format: ReportFormat,
  current: Sections,
  imported: Partial<Sections>,
): Sections {
  const sections = { ...current };
  for (const { key } of sectionsOf(format)) {
    const read = imported[key];
    if (read) sections[key] = replaced(format, key, current[key], read);
  }
  return sections;
}

function replaced(
  format: ReportFormat,
  key: SectionKey,
  present: SectionContent,
  read: SectionContent,
): SectionContent {
  if (present.kind === "prose" || read.kind === "prose" || !isTableKey(key)) return read;
  const found = Object.entries(read.cells).filter(([, value]) => value !== null);
  const cells = withTotals(format.tables[key], { ...present.cells, ...Object.fromEntries(found) });
  return { kind: "table", cells, notes: read.notes.length > 0 ? read.notes : present.notes };
}

/**
 * Why an import asks before it is stored: the text names another bureau or year, or no title says
 * whose it is; a part that comes alone never has one. `names` begins with the bureau's full name.
 */
export function identityQuestions(
  read: { bureauName: string | null; year: number | null; source: PrintedSource },
  report: { names: string[]; year: number },
): string[] {
  const questions: string[] = [];
  const isWhole = read.source.headings.length > 1;
  if (isWhole && read.bureauName === null && read.year === null) {
    questions.push(
      `来稿没有标题，读不出是哪个机关、哪一年的，请确认这是${report.names[0]}${report.year}年度的文稿。`,
    );
  }
  if (read.year !== null && read.year !== report.year) {
    questions.push(
      `来稿标题写的是${read.year}年，本报告是${report.year}年度，请确认没有拿错来稿。`,
    );
  }
  if (read.bureauName !== null && !report.names.includes(read.bureauName)) {
    questions.push(`来稿标题写的是“${read.bureauName}”，不是本单位的名称，请确认没有拿错来稿。`);
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
