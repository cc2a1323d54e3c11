import { htmlTable } from "@/lib/exporting/html-table";
import { type Markup, markup } from "@/lib/exporting/markup";
import type { PrintedReport } from "@/lib/exporting/printed";
import {
  cellsOf,
  emptySections,
  findSection,
  getFormat,
  paragraphsOf,
  type ReportIdentity,
  type SectionContent,
} from "@/lib/format/content";
import {
  isTableKey,
  type PartFormat,
  type ReportFormat,
  type SectionFormat,
  type SectionKey,
} from "@/lib/format/format";

/** Heading of one of the six parts and the anchor it carries in the article. */
interface PartAnchor {
  id: string;
  heading: string;
}

/** The six parts in printed order, for navigation on the page. */
export function partAnchors(format: ReportFormat): PartAnchor[] {
  return format.parts.flatMap((part, i) =>
    part.heading === null ? [] : [{ id: partId(i), heading: part.heading }],
  );
}

/**
 * The report as an `<article>` in the official order: the same on the review
 * page, in the preview and in public. It depends on the content alone, never on
 * a publication, so that its bytes can be compared. All text is escaped; there
 * is no script and no style in it. Values carry `data-cell="table:cell"`,
 * sections `id="section-KEY"` and `data-section`.
 */
export function renderArticle(report: PrintedReport): string {
  const parts = getFormat(report.identity.format).parts;
  const body = parts.map((part, i) => renderPart(report, part, partId(i)));
  return markup`<article class="report" lang="zh-CN">${body}
</article>
`.html;
}

/** One section of a report, as it stands in the article. */
export function renderSectionAlone(
  identity: ReportIdentity,
  key: SectionKey,
  content: SectionContent,
): string {
  const format = getFormat(identity.format);
  const sections = { ...emptySections(format), [key]: content };
  const section = findSection(format, key);
  const body = section && renderSection({ identity, sections }, section);
  return markup`<article class="report" lang="zh-CN">${body}
</article>
`.html;
}

function partId(index: number): string {
  return `part-${index}`;
}

function renderPart(report: PrintedReport, part: PartFormat, id: string): Markup {
  const sections = part.sections.map((section) => renderSection(report, section));
  if (part.heading === null) return markup`${sections}`;
  return markup`
<section class="report-part" id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${part.heading}</h2>${sections}
</section>`;
}

function renderSection(
  report: Pick<PrintedReport, "identity" | "sections">,
  section: SectionFormat,
): Markup | null {
  const { key } = section;
  const texts = paragraphsOf(report.sections, key);
  if (isTableKey(key)) {
    const table = getFormat(report.identity.format).tables[key];
    const drawn = htmlTable(table, cellsOf(report.sections, key));
    return frame(section, "report-table", markup`${drawn}${paragraphs(texts, "table-note")}`);
  }
  if (section.optional && texts.length === 0) return null;
  if (key === "title") return frame(section, "report-title", texts.length > 0 && title(texts));
  return frame(section, `report-${key === "signoff" ? key : "prose"}`, paragraphs(texts));
}

function frame(section: SectionFormat, name: string, body: Markup | Markup[] | false): Markup {
  return markup`
<section class="${name}" id="section-${section.key}" data-section="${section.key}">${
    section.heading !== null && markup`\n<h3>${section.heading}</h3>`
  }${body}
</section>`;
}

function title(lines: string[]): Markup {
  return markup`\n<h1>${lines.map((line, i) => (i === 0 ? markup`${line}` : markup`<br>${line}`))}</h1>`;
}

function paragraphs(texts: string[], name?: string): Markup[] {
  return texts.map((text) => markup`\n<p${name && markup` class="${name}"`}>${text}</p>`);
}
