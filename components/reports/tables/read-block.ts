import { type SpanningCell, spread } from "@/components/reports/tables/value-grid";

/** What was copied somewhere: one value, a block of them, or too much of it. */
export type CopiedBlock =
  | { kind: "value" }
  | { kind: "block"; rows: string[][] }
  | { kind: "refused"; reason: string };

const MAX_TEXT = 100_000;
/** A spreadsheet wraps a small table in a long style sheet. */
const MAX_HTML = 2_000_000;
const MAX_SIDE = 100;
/** As long as an input takes: longer text would be cut without a word. */
const MAX_VALUE = 40;

type RowsOfHtml = (html: string) => SpanningCell[][];

/** Tables inside each other beyond this take a browser seconds to read. */
const MAX_TABLES = 1000;

/** A comment, to the end of the text where it is not closed. */
const comment = /<!--[\s\S]*?(?:-->|$)/g;
const otherTag = /<\/?(?!\/?(?:table|thead|tbody|tfoot|tr|td|th)\b)[a-z!?][^<>]*>/gi;

/**
 * Copied HTML with nothing left in it but tables and text: all else may be so nested that a browser
 * never comes to the end of it. Empty when the tables are.
 */
export function bareTables(html: string): string {
  const bare = html.replace(comment, "").replace(otherTag, "");
  return (bare.match(/<table\b/gi)?.length ?? 0) > MAX_TABLES ? "" : bare;
}

/** The block in a paste: the table of the HTML where there is one, else text with tabs. */
export function readBlock(
  { html, text }: { html: string; text: string },
  rowsOf: RowsOfHtml,
): CopiedBlock {
  const rows =
    html.length <= MAX_HTML && /<t[dh]\b/i.test(html) ? spread(rowsOf(bareTables(html))) : [];
  const isTable = rows.some((row) => row.length > 0);
  if (!isTable && text.length > MAX_TEXT) {
    return { kind: "refused", reason: "粘贴的内容太长，不是一张表格，请只复制表格中的数据" };
  }
  const block = isTable ? rows : readTabs(text);
  const width = Math.max(...block.map((row) => row.length));
  if (block.length > MAX_SIDE || width > MAX_SIDE) {
    const size = `${block.length} 行 ${width} 列`;
    return { kind: "refused", reason: `粘贴的内容有 ${size}，比表格大得多，请只复制需要的部分` };
  }
  const isValue = block.length <= 1 && width <= 1 && text.length <= MAX_VALUE;
  return isValue ? { kind: "value" } : { kind: "block", rows: block };
}

/** Lines and tabs as a spreadsheet copies them; a cell with a line break or a quote stands in quotes. */
export function readTabs(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex <= text.length) {
    const found = cell.exec(text);
    if (!found) break;
    const [, quoted, plain = "", end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (!end) break;
    if (end !== "\t") rows.push([]);
  }
  // A line break ends the last row rather than beginning another.
  if (rows.length > 1 && rows.at(-1)?.join("\t") === "" && rows.at(-1)?.length === 1) rows.pop();
  return rows;
}
