import type { Line } from "@/lib/importing/lines";

/** A number, a mark for "none", or a number with a remark in brackets. */
const valueLike =
  /^(?:[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?|[/／\-－—–]|[\d０-９]+[（(][^（）()]*[）)]件?|[\d０-９]+件)$/;

/** Far longer than any printed row; such a line holds no row of values. */
const LONGEST = 400;

export function isValueLike(token: string): boolean {
  return token.length < LONGEST && valueLike.test(token);
}

/** More cells than any printed row has; such a line is no row. */
const MOST_CELLS = 40;

/** Cells of a line copied from a page or sheet; null where it cannot be a row. */
export function tabCells(line: Line): string[] | null {
  const cells = line.raw.split("\t", MOST_CELLS + 1);
  return cells.length > MOST_CELLS ? null : cells.map((cell) => cell.trim());
}

/** A page number standing alone: 3, — 3 —, 第 3 页 共 8 页. */
export function isPageNumber(text: string): boolean {
  if (text.length > 30) return false;
  return /^[-—–－·.\s]*(?:\d{1,3}|第\s*\d{1,3}\s*页(?:[\s，,/（(]*共\s*\d{1,3}\s*页[）)]?)?|\d{1,3}\s*\/\s*\d{1,3})[-—–－·.\s]*$/.test(
    text,
  );
}

/** A line taken apart into its values, which stand side by side, and the text round them. */
export interface ValueLine {
  line: Line;
  label: string;
  /** Whether text stands behind the values too. */
  isAmid: boolean;
  values: string[];
}

/** The longest run of values in a line; `values` is empty where there is none. */
export function splitValues(line: Line): ValueLine {
  const nothing = { line, label: line.text, isAmid: false, values: [] };
  if (line.text.length > LONGEST) return nothing;
  const tokens = line.text.split(/\s+/);
  let best = { start: 0, end: 0 };
  let start = 0;
  tokens.forEach((token, i) => {
    if (!isValueLike(token)) start = i + 1;
    else if (i + 1 - start > best.end - best.start) best = { start, end: i + 1 };
  });
  if (best.end === 0) return nothing;
  const label = [...tokens.slice(0, best.start), ...tokens.slice(best.end)].join(" ");
  const isAmid = best.end < tokens.length;
  return { line, label, isAmid, values: tokens.slice(best.start, best.end) };
}
