import { chinaTime } from "@/lib/exporting/china-time";
import { type PrintedReport, printValue } from "@/lib/exporting/printed";
import { cellsOf, getFormat, paragraphsOf } from "@/lib/format/content";
import {
  isTableKey,
  type LayoutCell,
  type ReportFormat,
  type SectionFormat,
  type TableKey,
} from "@/lib/format/format";
import { shortHash } from "@/lib/format/short-hash";

/**
 * What the Typst template prints, as plain data: it knows pages, fonts and
 * rules, and nothing of formats. Texts stay strings, which Typst prints
 * literally.
 */
export function pdfData(report: PrintedReport) {
  const format = getFormat(report.identity.format);
  const { publication, bureauName } = report;
  const title = paragraphsOf(report.sections, "title");
  return {
    documentTitle: title.join(""),
    author: bureauName,
    title: titleLines(title, bureauName),
    parts: format.parts.map(({ heading, sections }) => ({
      heading,
      sections: sections
        .filter(({ key }) => key !== "title")
        .map((section) => pdfSection(report, format, section)),
    })),
    imprint: publication && {
      label: publication.label,
      publishedAt: chinaTime(publication.publishedAt),
      shortHash: shortHash(publication.contentHash),
      contentHash: publication.contentHash,
    },
  };
}

/** A long title breaks after the bureau's name, as official documents do. */
function titleLines(title: string[], bureauName: string): string[] {
  const [only = ""] = title;
  const breaks = title.length === 1 && only.length > 19 && only.startsWith(bureauName);
  return breaks ? [bureauName, only.slice(bureauName.length).trimStart()] : title;
}

function pdfSection(report: PrintedReport, format: ReportFormat, section: SectionFormat) {
  const { key, heading } = section;
  return {
    key,
    heading,
    paragraphs: paragraphsOf(report.sections, key),
    table: isTableKey(key) ? pdfTable(report, format, key) : null,
  };
}

function pdfTable(report: PrintedReport, format: ReportFormat, key: TableKey) {
  const { name, caption, columns, headRows, bodyRows } = format.tables[key];
  const cells = cellsOf(report.sections, key);
  const draw = ({ text, cell, scope, colSpan = 1, rowSpan = 1 }: LayoutCell) => ({
    text: cell ? printValue(cells[cell]) : (text ?? ""),
    kind: cell ? "value" : scope?.startsWith("row") ? "row" : "column",
    colspan: colSpan,
    rowspan: rowSpan,
  });
  const head = headRows.map((row) => row.map(draw));
  return { key, name, caption, columns, head, body: bodyRows.map((row) => row.map(draw)) };
}
