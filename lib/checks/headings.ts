import type { CheckInput, Fault } from "@/lib/checks/finding";
import { paragraphsOf, type Sections } from "@/lib/format/content";
import type { PartFormat } from "@/lib/format/format";

interface Part {
  format: PartFormat;
  heading: string;
  /** Index in the printed headings, and how it was printed there; -1 where it is missing. */
  at: number;
  printed: string;
}

/**
 * The form prints the six headings itself, so only an imported text can lack one or
 * word it differently: its headings are judged until somebody settles them.
 */
export function headingFaults({ source, format, sections }: CheckInput): Fault[] {
  const printed = source?.headings ?? [];
  if (printed.length === 0) return [];
  const parts = format.parts.flatMap((part): Part[] => {
    if (part.heading === null) return [];
    const at = closest(part.heading, printed);
    return [{ format: part, heading: part.heading, at, printed: printed[at] ?? "" }];
  });
  return parts.flatMap((part, i) => {
    if (part.at === -1) return isWritten(part.format, sections) ? [] : [missing(part)];
    const isLate = parts.slice(0, i).some((earlier) => earlier.at > part.at);
    return [...(isLate ? [misplaced(part)] : []), ...(isWorded(part) ? [] : [misworded(part)])];
  });
}

/** The printed heading that means this one: at least half of their character pairs agree. */
function closest(heading: string, printed: string[]): number {
  const scores = printed.map((text) => likeness(bare(heading), bare(text)));
  const best = Math.max(...scores);
  return best >= 0.5 ? scores.indexOf(best) : -1;
}

function likeness(a: string, b: string): number {
  const pairsOf = (text: string) => {
    const characters = [...text];
    return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`));
  };
  const [left, right] = [pairsOf(a.slice(0, 60)), pairsOf(b.slice(0, 60))];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / Math.max(1, left.size + right.size);
}

function spaceless(text: string): string {
  return text.replace(/\s/g, "").replace(/[：:]$/, "");
}

/** Without its number, which an import may have lost. */
function bare(text: string): string {
  return spaceless(text).replace(/^[一二三四五六七八九十0-9]{1,3}[、.．]/, "");
}

function isWorded({ format, heading, printed }: Part): boolean {
  return [heading, ...format.alternatives].includes(spaceless(printed));
}

/** A part that the text lacked and somebody has begun to write is no longer missing. */
function isWritten({ sections: own }: PartFormat, sections: Sections): boolean {
  return own.some(({ key }) => {
    const content = sections[key];
    if (paragraphsOf(sections, key).length > 0) return true;
    return content.kind === "table" && Object.values(content.cells).some((cell) => cell !== null);
  });
}

function faultOf(part: Part, operand: string) {
  return {
    section: part.format.sections[0]?.key ?? "title",
    expected: part.heading,
    operands: [part.heading, operand],
  };
}

function missing(part: Part): Fault {
  return {
    ...faultOf(part, "missing"),
    tier: "block",
    message: `来稿缺少“${part.heading}”这一部分`,
    advice: "在本部分补写内容，标题由本系统按统一格式印制；写入内容后这一条自动消除",
  };
}

function misplaced(part: Part): Fault {
  return {
    ...faultOf(part, "order"),
    message: `来稿中“${part.heading}”排在了后面部分的后边，六个部分的顺序不对`,
    advice:
      "核对各部分内容没有放错位置；本系统按统一格式的顺序印制，核对无误后点“采用计算值”，不再比对来稿",
  };
}

function misworded(part: Part): Fault {
  return {
    ...faultOf(part, part.printed),
    message: `来稿标题“${part.printed}”与统一格式“${part.heading}”不一致`,
    actual: part.printed,
    advice: "本系统按统一格式印制标题；核对内容无误后点“采用计算值”，不再比对来稿",
  };
}
