import type { Comparison } from "@/tests/bench/turns";

/** A measured thing beside its bar, as the table prints it. */
export interface Line {
  what: string;
  bar: string;
  figure: string;
  /** What the same costs without us; empty where there is no such thing. */
  floor: string;
  /** Null where there is no bar, or nothing to measure yet. */
  met: boolean | null;
}

export function compared(what: string, atMost: number, { ours, floor, ratio }: Comparison): Line {
  return {
    what,
    bar: `≤ ${atMost} 倍`,
    figure: `${ratio.toFixed(2)} 倍（${ours.toFixed(2)} ms）`,
    floor: `${floor.toFixed(2)} ms`,
    met: ratio <= atMost,
  };
}

/** One line each, for a screen of a hundred columns; Chinese characters take two. */
export function printed(lines: Line[]): string {
  const verdict = (met: boolean | null) => (met === null ? "" : met ? "达到" : "未达到");
  const rows = lines.map((line) => [
    line.what,
    line.bar,
    line.figure,
    line.floor,
    verdict(line.met),
  ]);
  const all = [["项目", "要求", "结果", "对照", "结论"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((row) => width(row[i] ?? ""))));
  return all.map((row) => row.map((text, i) => pad(text, widths[i] ?? 0)).join("  ")).join("\n");
}

function pad(text: string, to: number): string {
  return text + " ".repeat(to - width(text));
}

function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef]/.test(char) ? 2 : 1), 0);
}
