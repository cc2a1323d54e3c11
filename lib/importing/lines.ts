import type { SectionKey } from "@/lib/format/format";
import { refusedCharacters } from "@/lib/format/prose";
import type { Doubt } from "@/lib/format/source";

/** One line of an imported text. */
export interface Line {
  /** Counted from 1. */
  no: number;
  /** As pasted, without characters that are refused; tabs are kept. */
  raw: string;
  /** Without white space at the edges, and without a heading that was cut off. */
  text: string;
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** Lines of a text; what no report may hold is dropped, with a doubt. Nothing else changes. */
export function readLines(text: string): { lines: Line[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const lines = text.split(lineBreak).map((typed, i) => {
    const raw = typed.replace(refusedCharacters, "");
    const line = { no: i + 1, raw, text: raw.trim() };
    if (raw !== typed) {
      const shown = typed.replace(refusedCharacters, visible);
      doubts.push(doubtAt({ ...line, raw: shown }, "含有不能保存的控制字符或残缺字符，已删去"));
    }
    return line;
  });
  return { lines, doubts };
}

function visible(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** A doubt about a line; `cell` null means the whole line or table. */
export function doubtAt(
  line: Line,
  reason: string,
  section: SectionKey | null = null,
  cell: string | null = null,
): Doubt {
  return { where: { section, cell, line: line.no }, raw: line.raw.trim(), reason };
}

/** One doubt for each run of neighbouring lines that belong nowhere. */
export function doubtsAbout(
  lines: Line[],
  reason: string,
  section: SectionKey | null = null,
): Doubt[] {
  const runs: Line[][] = [];
  let last = -1;
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.no !== last + 1) open = null;
    last = line.no;
    if (line.text === "") continue;
    if (open) open.push(line);
    else {
      open = [line];
      runs.push(open);
    }
  }
  return runs.map((run) => {
    const [first] = run as [Line];
    const raw = run.map((l) => l.raw.trim()).join("\n");
    return { where: { section, cell: null, line: first.no }, raw, reason };
  });
}
