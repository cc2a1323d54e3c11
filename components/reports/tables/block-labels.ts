import type { TableFormat } from "@/lib/format/format";

export interface BlockRow {
  /** The row's name as it stands in the block; null where only values were copied. */
  name: string | null;
  values: string[];
  /** Where it stands in the block, from 1; and how many of its cells were heads. */
  line: number;
  heads: number;
}

/**
 * Takes the heads of the table out of a block that was copied with them. Only what this form
 * itself prints counts as a head, and a strange name in the place of names; nothing else is left out.
 */
export function withoutHeads(table: TableFormat, block: string[][]): BlockRow[] {
  const heads = new Set(textsOf(table).map(plain));
  const names = new Set(table.cells.map((cell) => plain(cell.row)));
  const widest = Math.max(0, ...block.map((row) => row.length));
  const own = block.map((row) => {
    const isHead = (text: string) => plain(text) === "" || heads.has(plain(text));
    const until = row.findIndex((text) => !isHead(text));
    const leading = until < 0 ? row : row.slice(0, until);
    return leading.findLastIndex((text) => names.has(plain(text))) + 1;
  });
  // 表四 has no names in front of its values, only above them.
  const hasNames = table.bodyRows.some((row) => row.some(({ scope }) => scope === "row"));
  const depth = hasNames ? Math.max(0, ...own) : 0;
  return block.flatMap((row, y) => {
    const isBlank = row.every((text) => plain(text) === "");
    const isHeads = !isBlank && row.every((text) => plain(text) === "" || heads.has(plain(text)));
    const named = hasNames ? (own[y] ?? 0) : 0;
    if ((isHeads && !named) || (isBlank && depth)) return [];
    const lead = headsOf(row, named, depth, row.length === widest);
    const name = row.slice(0, lead).findLast((text) => plain(text) !== "") ?? null;
    return [{ name, values: row.slice(lead), line: y + 1, heads: lead }];
  });
}

/** How many cells stand before the values: blanks after a name that is merged belong to it. */
function headsOf(row: string[], named: number, depth: number, isFull: boolean): number {
  if (named === depth) return depth;
  const rest = row.slice(named, depth);
  if (named && isFull && rest.every((text) => plain(text) === "")) return depth;
  if (named) return named;
  const isName = row.slice(0, depth).some((text) => /\p{Script=Han}/u.test(text));
  return isName && !/^[\d\s,.，．０-９]+$/.test(row[0] ?? "") ? depth : 0;
}

function textsOf(table: TableFormat): string[] {
  return [...table.headRows, ...table.bodyRows].flatMap((row) =>
    row.flatMap(({ text }) => text ?? []),
  );
}

/** A name without what copying changes: white space, the width of brackets and stops, quotes. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replace(/[“”„‟]/g, '"');
}
