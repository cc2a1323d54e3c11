import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import JSZip from "jszip";
import type { Frame } from "@/lib/exporting/page-data";
import { styles, twips } from "@/lib/exporting/word-style";
import { wordText } from "@/lib/exporting/word-text";

/** A4 after GB/T 9704, in mm: type area 156 by 225, or the same turned sideways. */
const upright = { margin: { top: 37, bottom: 35, left: 28, right: 26 }, header: 22, across: 156 };
const sideways = { margin: { top: 28, bottom: 26, left: 37, right: 35 }, header: 16, across: 225 };

interface Sheet {
  frame: Frame;
  landscape: boolean;
  /** The clock of the file: the same input gives the same bytes. */
  at: Date;
}

/** Puts the blocks of a text on paper, with its head and foot on every page, and packs the file. */
export async function packWord(
  blocks: FileChild[],
  { frame, landscape, at }: Sheet,
): Promise<Uint8Array> {
  const { margin, header, across } = landscape ? sideways : upright;
  const [top, right, bottom, left] = [margin.top, margin.right, margin.bottom, margin.left];
  const document = new Document({
    title: wordText(frame.documentTitle),
    creator: wordText(frame.author),
    lastModifiedBy: wordText(frame.author),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(210), height: twips(297), orientation: orientationOf(landscape) },
            margin: {
              top: twips(top),
              right: twips(right),
              bottom: twips(bottom),
              left: twips(left),
              header: twips(header),
              footer: twips(bottom - 12),
            },
          },
        },
        headers: { default: headerOf(frame), even: headerOf(frame) },
        footers: {
          default: footerOf(across, [foot(frame), tab(), number()]),
          even: footerOf(across, [number(), tab(), foot(frame)]),
        },
        children: blocks,
      },
    ],
  });
  return withClock(await Packer.toBuffer(document), at);
}

function orientationOf(landscape: boolean) {
  return landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
}

function headerOf({ mark }: Frame): Header {
  const runs = mark
    ? [
        new TextRun({ text: mark.word, bold: true, color: "A3211B", size: 22 }),
        new TextRun({ text: wordText(mark.rest), color: "A3211B", size: 20 }),
      ]
    : [];
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: runs })],
  });
}

function footerOf(across: number, children: TextRun[]): Footer {
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(across) }];
  return new Footer({ children: [new Paragraph({ tabStops, children })] });
}

function foot(frame: Frame): TextRun {
  return new TextRun({ text: wordText(frame.foot), size: 20 });
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function number(): TextRun {
  return new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], size: 28 });
}

/** The package writes the time of day into the file, and so does every entry of a ZIP. */
async function withClock(bytes: Uint8Array, at: Date): Promise<Uint8Array> {
  const written = await JSZip.loadAsync(bytes);
  const fixed = new JSZip();
  for (const name of Object.keys(written.files).toSorted(contentTypesFirst)) {
    const entry = written.files[name];
    if (!entry || entry.dir) continue;
    const data = await entry.async("uint8array");
    const kept = name === "docProps/core.xml" ? dated(await entry.async("string"), at) : data;
    fixed.file(name, kept, { date: at, createFolders: false });
  }
  return fixed.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function dated(core: string, at: Date): string {
  return core.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.toISOString()}`);
}

/** The list of types stands first, as readers that do not look ahead expect. */
function contentTypesFirst(a: string, b: string): number {
  const isTypes = (name: string) => Number(name === "[Content_Types].xml");
  return isTypes(b) - isTypes(a) || (a < b ? -1 : 1);
}
