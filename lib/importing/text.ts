import type { Sections } from "@/lib/format/content";
import { isTableKey, type ReportFormat, type SectionKey, sectionsOf } from "@/lib/format/format";
import type { Doubt, PrintedSource } from "@/lib/format/source";
import { doubtAt, doubtsAbout, type Line, readLines } from "@/lib/importing/lines";
import { type PrintedPart, readOutline } from "@/lib/importing/outline";
import { readSubHeadings } from "@/lib/importing/overview";
import { dropNoise, fitting, joinParagraphs, pageWidth } from "@/lib/importing/prose";
import { splitSignoff } from "@/lib/importing/signoff";
import { readTable } from "@/lib/importing/table";
import { type PrintedTitle, readTitle } from "@/lib/importing/title";

export interface ImportedText {
  /** Only what was found; cells that were not read with certainty are null. */
  sections: Partial<Sections>;
  source: PrintedSource;
  /** Everything not understood or not certain, in the order of the text. */
  doubts: Doubt[];
  /** From the title, without white space. */
  bureauName: string | null;
  year: number | null;
}

/** What all readers of one text write to. */
interface Reading extends ImportedText {
  format: ReportFormat;
  /** Width of the page of a wrapped text, else null. */
  page: number | null;
}

/**
 * Reads the text of a published or drafted report, pasted from a page or taken
 * out of a PDF file. Never throws; takes time in proportion to the text.
 */
export function readText(text: string, format: ReportFormat): ImportedText {
  const { lines, doubts } = readLines(text);
  const outline = readOutline(lines, format);
  const reading: Reading = {
    format,
    page: pageWidth([outline.front, ...outline.parts.filter(isProse).map((p) => p.lines)].flat()),
    sections: {},
    source: { totals: {}, layout: [], headings: outline.parts.map((p) => p.heading.text) },
    doubts: [...doubts, ...outline.doubts],
    bureauName: null,
    year: null,
  };
  if (outline.parts.length === 0) readShapeless(reading, outline.front);
  else {
    readFront(reading, outline.front);
    for (const part of outline.parts) readPart(reading, part);
    doubtAbsentParts(reading, outline.parts);
    doubtWrapping(reading, outline.parts);
  }
  return finish(reading);
}

function isProse({ part }: PrintedPart): boolean {
  return !part.sections.some((section) => isTableKey(section.key));
}

/** Without a single heading nothing but the title can be placed. */
function readShapeless(reading: Reading, lines: Line[]): void {
  const title = readTitle(lines);
  if (title) takeTitle(reading, title);
  const rest = title ? [...lines.slice(0, title.from), ...lines.slice(title.to + 1)] : lines;
  const reason = "没有找到各部分的标题（如“一、总体情况”），这些文字没有采用，请手工填写";
  addDoubts(reading, doubtsAbout(rest, reason));
}

function readFront(reading: Reading, lines: Line[]): void {
  const title = readTitle(lines);
  if (title) {
    takeTitle(reading, title);
    const reason = "在标题之前，不属于年度报告，没有采用";
    addDoubts(reading, doubtsAbout(lines.slice(0, title.from), reason));
  } else {
    const [first] = lines;
    const line = { no: first?.no ?? 1, raw: "", text: "" };
    reading.doubts.push(doubtAt(line, "没有找到标题，请填写", "title"));
  }
  const below = title ? lines.slice(title.to + 1) : lines;
  const isRepeated = (line: Line) => title !== null && line.text === title.text;
  addDoubts(reading, doubtsAbout(below.filter(isRepeated), "标题重复，没有采用", "title"));
  takeProse(
    reading,
    "preface",
    below.filter((line) => !isRepeated(line)),
  );
}

function takeTitle(reading: Reading, { text, bureauName, year }: PrintedTitle): void {
  reading.sections.title = { kind: "prose", paragraphs: [text] };
  reading.bureauName = bureauName;
  reading.year = year;
}

function readPart(reading: Reading, printed: PrintedPart): void {
  const { part } = printed;
  const [first] = part.sections;
  if (!first) return;
  if (isTableKey(first.key)) {
    const table = readTable(reading.format.tables[first.key], printed, reading.page);
    if (table.section) reading.sections[first.key] = table.section;
    reading.source.totals[first.key] = table.totals;
    for (const problem of table.layout) reading.source.layout.push({ table: first.key, problem });
    addDoubts(reading, table.doubts);
  } else if (part.sections.some((section) => section.heading !== null)) {
    const found = readSubHeadings(part.sections, printed, reading.doubts);
    for (const [key, lines] of found) takeProse(reading, key, lines);
  } else if (part.sections.some((section) => section.key === "signoff")) {
    readLastPart(reading, first.key, printed.lines);
  } else {
    takeProse(reading, first.key, printed.lines);
  }
}

function readLastPart(reading: Reading, key: SectionKey, lines: Line[]): void {
  const clean = dropNoise(lines, reading.doubts, key);
  const { body, signoff, behind } = splitSignoff(clean, reading.bureauName);
  takeProse(reading, key, body);
  takeProse(reading, "signoff", signoff, null);
  addDoubts(reading, doubtsAbout(behind, "在落款之后，不属于年度报告，没有采用"));
}

/** One paragraph per line where `page` is null. */
function takeProse(
  reading: Reading,
  key: SectionKey,
  lines: Line[],
  page: number | null = reading.page,
): void {
  const clean = dropNoise(lines, reading.doubts, key).map((line) => {
    if (!line.text.includes("\t")) return line;
    reading.doubts.push(doubtAt(line, "正文中的制表符已换成空格，请核对", key));
    return { ...line, text: line.text.replaceAll("\t", " ") };
  });
  const paragraphs = fitting(joinParagraphs(clean, page), clean, { doubts: reading.doubts, key });
  if (paragraphs.length > 0) reading.sections[key] = { kind: "prose", paragraphs };
}

/** One by one: a hostile text has more doubts than a call takes arguments. */
function addDoubts(reading: Reading, doubts: Doubt[]): void {
  for (const doubt of doubts) reading.doubts.push(doubt);
}

function doubtAbsentParts(reading: Reading, parts: PrintedPart[]): void {
  const last = parts.at(-1)?.heading;
  for (const part of reading.format.parts) {
    if (part.heading === null || !last || parts.some((one) => one.part === part)) continue;
    const line = { ...last, raw: "" };
    const reason = `没有找到“${part.heading}”这一部分`;
    reading.doubts.push(doubtAt(line, reason, part.sections[0]?.key));
  }
}

function doubtWrapping(reading: Reading, parts: PrintedPart[]): void {
  const [first] = parts;
  if (reading.page === null || !first) return;
  const reason = "正文按行折断，已把断行接成段落，请核对分段和接缝处的文字";
  reading.doubts.push(doubtAt(first.heading, reason));
}

/** Sections in the order of the format, doubts in the order of the text. */
function finish({ format, sections, source, doubts, bureauName, year }: Reading): ImportedText {
  const ordered: Partial<Sections> = {};
  for (const { key } of sectionsOf(format)) {
    const content = sections[key];
    if (content) ordered[key] = content;
  }
  doubts.sort((a, b) => a.where.line - b.where.line);
  return { sections: ordered, source, doubts, bureauName, year };
}
