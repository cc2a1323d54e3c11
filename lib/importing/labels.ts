/**
 * How printed labels and headings are compared with those of the format: text
 * copied out of pages and PDF files differs in spaces, brackets and quotation
 * marks, and now and then by a word.
 */

/** No official label is longer; keeps hostile input cheap. */
const LONGEST = 160;

/** A label as it is compared: no white space, no punctuation, plain digits. */
export function bareText(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\p{P}\p{S}]+/gu, "");
}

/** The same without its leading number: 一、 （一） 1. */
export function withoutNumber(text: string): string {
  return bareText(
    text.replace(/^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.．]|\d+\s*[.．、])/, ""),
  );
}

/** Share of pairs of neighbouring characters that two texts have in common, from 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return 0;
  const left = pairs(a);
  const right = pairs(b);
  if (left.size + right.size === 0) return a === b ? 1 : 0;
  let common = 0;
  for (const pair of left) if (right.has(pair)) common += 1;
  return (2 * common) / (left.size + right.size);
}

function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) found.add(text.slice(i, i + 2));
  return found;
}
