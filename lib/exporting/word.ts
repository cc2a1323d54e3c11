import {
  AlignmentType,
  type FileChild,
  HeadingLevel,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ChangesPages } from "@/lib/exporting/handout";
import type { Frame, PageData, PrintedPart } from "@/lib/exporting/page-data";
import { packWord } from "@/lib/exporting/word-file";
import { face, twips } from "@/lib/exporting/word-style";
import { framedTable, officialTable } from "@/lib/exporting/word-table";
import {
  drawnRuns,
  line,
  type Stamp,
  stampsOf,
  trackedParagraph,
  wordText,
} from "@/lib/exporting/word-text";

/**
 * A report on GB/T 9704 pages as a Word file; what is marked in it are tracked changes, which Word
 * accepts or rejects one by one. `at` is the file's clock: the same input gives the same bytes.
 */
export function renderPagesWord(pages: PageData, at: Date): Promise<Uint8Array> {
  const stamp = stampsOf(pages.author, at);
  const title = pages.title.map((words) =>
    trackedParagraph(words, stamp, { heading: HeadingLevel.TITLE }),
  );
  const hint = "改动之处是修订标记：在“审阅”中选“所有标记”查看，可以逐处接受或者拒绝。";
  const head = headLines(pages, [hint]);
  const parts = pages.parts.flatMap((part) => partBlocks(part, stamp));
  return packWord([...head, ...title, ...parts], { frame: pages, landscape: false, at });
}

/** 修改对照表 as a Word file. `at` as for `renderPagesWord`. */
export function renderChangesWord(pages: ChangesPages, at: Date): Promise<Uint8Array> {
  const table = pages.rows.length ? [changesTable(pages)] : [];
  const blocks = [...headLines(pages), ...table, line("Fact", pages.closing)];
  return packWord(blocks, { frame: pages, landscape: true, at });
}

function headLines({ head }: Frame, more: string[] = []): Paragraph[] {
  if (!head) return [];
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(wordText(head.heading))] }),
    ...head.facts.map((words) => line("Fact", words)),
    ...more.map((words) => line("Fact", words)),
    new Paragraph({ style: "Fact", spacing: { after: 240 }, children: drawnRuns(head.legend) }),
  ];
}

function partBlocks({ heading, sections }: PrintedPart, stamp: Stamp): FileChild[] {
  const blocks = sections.flatMap((section) => sectionBlocks(section, stamp));
  return heading === null ? blocks : [headingLine(HeadingLevel.HEADING_1, heading), ...blocks];
}

function sectionBlocks(section: PrintedPart["sections"][number], stamp: Stamp): FileChild[] {
  const { key, heading, paragraphs, table } = section;
  const style = table ? "Note" : key === "signoff" ? "Signoff" : "Body";
  return [
    ...(heading === null ? [] : [headingLine(HeadingLevel.HEADING_2, heading)]),
    ...(table ? [officialTable(table, stamp)] : []),
    ...paragraphs.map((paragraph) => trackedParagraph(paragraph, stamp, { style, wordWrap: true })),
  ];
}

function headingLine(heading: (typeof HeadingLevel)[keyof typeof HeadingLevel], words: string) {
  return new Paragraph({ heading, children: [new TextRun(words)] });
}

function changesTable({ columns, rows }: ChangesPages): Table {
  const widths = Object.values(columns);
  const row = (cells: Paragraph[][], look = {}) =>
    new TableRow({ ...look, children: cells.map((own, i) => cell(own, widths[i] ?? 0)) });
  const head = Object.keys(columns).map((words) => [
    centred(new TextRun({ text: words, font: face("黑体") })),
  ]);
  const body = rows.map(({ no, place, sides, remarks }) =>
    row([
      [centred(new TextRun(no))],
      lines(place),
      ...sides.map((side) => [
        new Paragraph({ style: "Cell", wordWrap: true, children: drawnRuns(side) }),
      ]),
      lines(remarks),
    ]),
  );
  return framedTable(widths, [row(head, { tableHeader: true }), ...body], 1.5);
}

function cell(children: Paragraph[], width: number): TableCell {
  return new TableCell({ width: { size: twips(width), type: WidthType.DXA }, children });
}

function centred(run: TextRun): Paragraph {
  return new Paragraph({ style: "Cell", alignment: AlignmentType.CENTER, children: [run] });
}

/** Never without a paragraph: Word takes a cell without one for damage. */
function lines(words: string[]): Paragraph[] {
  return (words.length ? words : [""]).map((text) => line("Cell", text));
}
