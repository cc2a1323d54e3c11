/** A stretch of text between two commas; `start` is its UTF-16 offset in the paragraph. */
export interface Clause {
  text: string;
  start: number;
}

export interface Sentence {
  text: string;
  start: number;
  clauses: Clause[];
}

const sentenceEnds = "。！？!?；;\n";
const clauseEnds = "，,：:（）()";

/** The sentences of a paragraph, each in its clauses. A comma inside a number (1,024) ends none. */
export function sentencesOf(paragraph: string): Sentence[] {
  return pieces(paragraph, sentenceEnds).map(({ text, start }) => ({
    text,
    start,
    clauses: pieces(text, clauseEnds).map((c) => ({ text: c.text, start: start + c.start })),
  }));
}

function pieces(text: string, ends: string): Clause[] {
  const found: Clause[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const isEnd = i === text.length || (ends.includes(text.charAt(i)) && !groupsDigits(text, i));
    if (!isEnd) continue;
    if (i > start) found.push({ text: text.slice(start, i), start });
    start = i + 1;
  }
  return found;
}

function groupsDigits(text: string, comma: number): boolean {
  return (
    ",，".includes(text.charAt(comma)) &&
    /^[0-9０-９]$/.test(text.charAt(comma - 1)) &&
    /^[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(comma + 1, comma + 5))
  );
}
