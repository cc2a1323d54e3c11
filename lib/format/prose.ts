/** Longest paragraph and longest section a person may store, in UTF-16 units. */
export const MAX_PARAGRAPH = 20_000;
/** Ten times the longest real one; checking takes time in proportion. */
const MAX_SECTION = 50_000;
export const MAX_PARAGRAPHS = 500;

/** Whether all paragraphs of a section together are short enough to be stored. */
export function fitsSection(paragraphs: string[]): boolean {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  return paragraphs.length <= MAX_PARAGRAPHS && length <= MAX_SECTION;
}

/**
 * Why a text is too long to be edited as one section, in Chinese; null when it is not. Blank lines
 * are not stored, but a field has to show them.
 */
export function fieldProblem(text: string): string | null {
  if (text.length > MAX_SECTION) return `一个部分最多五万字，粘贴后有${text.length}字`;
  const lines = text.split("\n").length;
  return lines > 2 * MAX_PARAGRAPHS ? `一个部分最多${MAX_PARAGRAPHS}段，粘贴后有${lines}行` : null;
}

/** Control characters, half characters, and what is not seen and makes text run backwards. */
const refused = /[\p{Cc}\p{Cs}\u061c\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Every character but the tab that no report may hold; for `replace`. */
export const refusedCharacters = new RegExp(`(?!\\t)${refused.source}`, "gu");

/** Why a paragraph cannot be stored, in Chinese; null when it can. Text is kept as typed. */
export function proseProblem(paragraph: string): string | null {
  if (paragraph.length > MAX_PARAGRAPH) return "一段文字超过两万字，请分段";
  if (/\p{Cs}/u.test(paragraph)) return "含有不完整的字符（半个代理对），请删去后重新输入";
  const found = refused.exec(paragraph.replaceAll("\t", " "));
  if (!found) return null;
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return `第 ${found.index + 1} 个字符是看不见的控制字符（U+${code}），请删去`;
}

/** The same of words that may have several lines: an opinion, a reason. */
export function wordsProblem(words: string): string | null {
  return proseProblem(words.replace(/[\r\n]/g, " "));
}

/** A text field's content as paragraphs: one a line, blank lines left out. */
export function splitParagraphs(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
}

/** 字数 as offices count it: characters without white space, a rare character as one. */
export function countCharacters(paragraphs: string[]): number {
  return paragraphs.reduce((sum, text) => sum + [...text.replace(/\s+/gu, "")].length, 0);
}

/** Most characters that section one should have (30号: 原则上不超过一千字). */
export const MAX_OVERVIEW = 1000;
