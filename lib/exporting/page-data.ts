import { chinaTime } from "@/lib/exporting/china-time";
import { columnWidths } from "@/lib/exporting/column-widths";
import { type PrintedReport, printValue } from "@/lib/exporting/printed";
import { cellsOf, getFormat, paragraphsOf, type Sections } from "@/lib/format/content";
import {
  isTableKey,
  type LayoutCell,
  type ReportFormat,
  type SectionFormat,
  sectionsOf,
  type TableKey,
} from "@/lib/format/format";
import type {
  MarkedCell,
  MarkedParagraph,
  MarkedSection,
  MarkedSections,
  Passage,
} from "@/lib/format/marked";
import { shortHash } from "@/lib/format/short-hash";

/** What stands around a text on paper. */
export interface Frame {
  documentTitle: string;
  author: string;
  /** At the top of every page: what kind of print this is, and of what. Null for none. */
  mark: { word: string; rest: string } | null;
  /** At the foot of every page, beside its number. */
  foot: string;
  /** Above the text, where the text is not the document itself. */
  head: { heading: string; facts: string[]; legend: Passage[] } | null;
}

export type PageData = ReturnType<typeof pageData>;
export type PrintedPart = PageData["parts"][number];
export type PrintedTable = ReturnType<typeof printedTable>;
export type PrintedCell = PrintedTable["body"][number][number];

/** A report, published or draft, as `pageData` of its plain text. */
export function reportPages(report: PrintedReport) {
  const title = paragraphsOf(report.sections, "title").join("");
  const draft = { word: "草　稿", rest: "　仅供内部审核，未经发布" };
  const mark = report.publication ? null : draft;
  const frame = { documentTitle: title, author: report.bureauName, mark, foot: "", head: null };
  return pageData(report, unmarked(getFormat(report.identity.format), report.sections), frame);
}

/**
 * What the printers print, as plain data: they know pages, fonts and rules, and
 * nothing of formats. Texts stay strings, which are printed literally.
 */
export function pageData(
  report: Pick<PrintedReport, "identity" | "bureauName" | "publication">,
  sections: MarkedSections,
  frame: Frame,
) {
  const format = getFormat(report.identity.format);
  const { publication, bureauName } = report;
  return {
    ...frame,
    title: titleLines(sections.title.paragraphs, bureauName),
    parts: format.parts.map((part) => ({
      heading: part.heading,
      sections: part.sections
        .filter(({ key }) => key !== "title")
        .map((section) => printedSection(format, section, sections[section.key])),
    })),
    imprint: publication && {
      label: publication.label,
      publishedAt: chinaTime(publication.publishedAt),
      shortHash: shortHash(publication.contentHash),
      contentHash: publication.contentHash,
    },
  };
}

/** A single text, as if nothing had ever been changed in it. */
export function unmarked(format: ReportFormat, sections: Sections): MarkedSections {
  const plain = sectionsOf(format).map(({ key }) => {
    const paragraphs = paragraphsOf(sections, key).map((text, i) => ({
      before: i + 1,
      after: i + 1,
      passages: [{ kind: "same", text }],
    }));
    const values = isTableKey(key) ? Object.entries(cellsOf(sections, key)) : [];
    const cells = values.map(([cell, value]) => [cell, { before: value, after: value }]);
    return [key, { paragraphs, cells: Object.fromEntries(cells) }];
  });
  return Object.fromEntries(plain);
}

/** A long title breaks after the bureau's name, as official documents do. */
function titleLines(title: MarkedParagraph[], bureauName: string): MarkedParagraph[] {
  const [only] = title;
  const [first, ...others] = only?.passages ?? [];
  const text = first?.text ?? "";
  const long = first?.kind === "same" && text.length > 19 && text.startsWith(bureauName);
  if (!only || !first || title.length > 1 || !long) return title;
  const rest = { ...first, text: text.slice(bureauName.length).trimStart() };
  return [
    { ...only, passages: [{ ...first, text: bureauName }] },
    { ...only, passages: [rest, ...others] },
  ];
}

function printedSection(
  format: ReportFormat,
  { key, heading }: SectionFormat,
  { paragraphs, cells }: MarkedSection,
) {
  const table = isTableKey(key) ? printedTable(format, key, cells) : null;
  return { key, heading, paragraphs, table };
}

function printedTable(format: ReportFormat, key: TableKey, cells: Record<string, MarkedCell>) {
  const { headRows, bodyRows } = format.tables[key];
  const draw = ({ text, cell, scope, colSpan = 1, rowSpan = 1 }: LayoutCell) => ({
    passages: cell ? valuePassages(cells[cell]) : [{ kind: "same" as const, text: text ?? "" }],
    kind: cell ? "value" : scope?.startsWith("row") ? "row" : "column",
    colspan: colSpan,
    rowspan: rowSpan,
  });
  const head = headRows.map((row) => row.map(draw));
  const body = bodyRows.map((row) => row.map(draw));
  return { key, widths: columnWidths(format.tables[key]), head, body };
}

/** The value, or the old one before the new one; a blank is nothing. */
function valuePassages(cell: MarkedCell | undefined): Passage[] {
  const [old, now] = [printValue(cell?.before), printValue(cell?.after)];
  if (old === now) return [{ kind: "same", text: now }];
  const both: Passage[] = [
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ];
  return both.filter(({ text }) => text !== "");
}
