import type { PartFormat, ReportFormat } from "@/lib/format/format";
import type { Doubt } from "@/lib/format/source";
import { bareText, likeness, withoutNumber } from "@/lib/importing/labels";
import { doubtAt, type Line } from "@/lib/importing/lines";
import { isPageNumber } from "@/lib/importing/value-tokens";

/** One part of the text: its heading as printed and the lines below it. */
export interface PrintedPart {
  part: PartFormat;
  heading: Line;
  lines: Line[];
}

export interface Outline {
  /** What stands before the first heading. */
  front: Line[];
  /** In printed order, each part once. */
  parts: PrintedPart[];
  doubts: Doubt[];
}

interface Heading {
  part: PartFormat;
  /** As printed, without what follows it on the same line. */
  printed: string;
  rest: string;
  /** Lines that the heading takes. */
  lines: number;
}

/** Longest line that is looked at as a heading by itself. */
const LONGEST = 60;

/** Cuts a text at the headings of its parts. */
export function readOutline(lines: Line[], format: ReportFormat): Outline {
  const outline: Outline = { front: [], parts: [], doubts: [] };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    const current = outline.parts.at(-1);
    const into = current ? current.lines : outline.front;
    const heading = headingOf(format, line, lines[i + 1]);
    if (!heading || !open(outline, heading, line)) into.push(line);
    else i += heading.lines - 1;
  }
  return outline;
}

/** Begins a part; false where the line is text of the present part. */
function open(outline: Outline, { part, printed, rest }: Heading, line: Line): boolean {
  const current = outline.parts.at(-1);
  const isNumbered = withoutNumber(printed) !== bareText(printed);
  // The caption of a table repeats the heading above it.
  if (current?.part === part && !isNumbered) return rest === "";
  const earlier = outline.parts.findIndex((one) => one.part === part);
  if (earlier >= 0) {
    if (!outline.parts[earlier]?.lines.every(isEmptyLine)) {
      outline.doubts.push(doubtAt(line, "这个部分的标题出现了不止一次，已作正文处理，请核对"));
      return false;
    }
    const [old] = outline.parts.splice(earlier, 1);
    if (old) outline.doubts.push(doubtAt(old.heading, "疑为目录中的标题，没有采用"));
  }
  const below = rest === "" ? [] : [{ ...line, text: rest }];
  outline.parts.push({ part, heading: { ...line, text: printed }, lines: below });
  return true;
}

function isEmptyLine({ text }: Line): boolean {
  return text === "" || isPageNumber(text);
}

function headingOf(format: ReportFormat, line: Line, next: Line | undefined): Heading | null {
  // Cheap first: most lines of a report are no headings.
  if (line.text === "" || line.raw.trim().includes("\t")) return null;
  for (const part of format.parts) {
    if (part.heading === null) continue;
    for (const wording of [part.heading, ...part.alternatives]) {
      const found = matchHeading(wording, line.text, next?.text ?? "");
      if (found) return { part, ...found };
    }
  }
  return null;
}

function matchHeading(wording: string, text: string, next: string): Omit<Heading, "part"> | null {
  if (text.startsWith(wording) && /^[\s：:。]/.test(text.slice(wording.length))) {
    const rest = text.slice(wording.length).replace(/^[\s：:。]+/, "");
    return { printed: wording, rest, lines: 1 };
  }
  if (text.length > LONGEST) return null;
  const bare = bareText(text);
  const whole = bareText(wording);
  if (bare === whole || bare === withoutNumber(wording)) {
    return { printed: text, rest: "", lines: 1 };
  }
  const isNumbered = text.startsWith(wording.slice(0, 1)) && /^.[、.．，,\s]/.test(text);
  if (!isNumbered || /[。；]/.test(text)) return null;
  if (next.length < LONGEST && bare.length >= 4 && bare + bareText(next) === whole) {
    return { printed: text + next, rest: "", lines: 2 };
  }
  return likeness(bare, whole) >= 0.6 ? { printed: text, rest: "", lines: 1 } : null;
}
