import type { Line } from "@/lib/importing/lines";

export interface PrintedTitle {
  /** In one line, as printed. */
  text: string;
  /** Without white space. */
  bureauName: string;
  year: number;
  /** Indexes of the lines that the title takes. */
  from: number;
  to: number;
}

/** 机关名称 + 年份 + 年政府信息公开工作年度报告, with what published titles vary. */
const ending = /(?:政府|政务)信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)$/;
const yearPattern = /([12]\d{3}|[一二][〇零○oO0Ｏ一二三四五六七八九]{3})年度?/;
const digits = "〇一二三四五六七八九";

/** Longest title, and how far down it is looked for, in lines. */
const LONGEST = 80;
const DEEPEST = 60;

/**
 * The title among the lines before the first part; null where there is none. A
 * title may be cut over up to three lines, and the year may come first.
 */
export function readTitle(lines: Line[]): PrintedTitle | null {
  const filled = lines.flatMap((line, i) => (line.text === "" ? [] : [i])).slice(0, DEEPEST);
  for (const [n, to] of filled.entries()) {
    if (!/[告报]$/.test(lines[to]?.text ?? "")) continue;
    for (const back of [0, 1, 2]) {
      const from = filled[n - back];
      if (from === undefined) break;
      const parts = lines.slice(from, to + 1).filter((line) => line.text !== "");
      const title = parseTitle(parts.map((line) => line.text).join(""));
      if (title) return { ...title, from, to };
    }
  }
  return null;
}

function parseTitle(text: string): Omit<PrintedTitle, "from" | "to"> | null {
  if (text.length > LONGEST) return null;
  const bare = text.replace(/\s+/g, "");
  if (/[>＞》：:。，,；;|/！？]/.test(bare) || !ending.test(bare)) return null;
  const head = bare.replace(ending, "");
  const found = yearPattern.exec(head);
  if (!found?.[1]) return null;
  const bureauName = head.replace(found[0], "");
  const year = yearOf(found[1]);
  return bureauName === "" ? null : { text, bureauName, year };
}

function yearOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return Number([...text].map((one) => Math.max(0, digits.indexOf(one))).join(""));
}
