import type { TableFormat } from "@/lib/format/format";
import { bareText } from "@/lib/importing/labels";
import type { Line } from "@/lib/importing/lines";

/** What the column heads of a printed table say about the order of its values. */
export interface PrintedHeads {
  /** Heads stand in another order than the official one: no value can be placed. */
  misordered: boolean;
  /** Official heads that were not found. */
  missing: string[];
  total: boolean;
}

const TOTAL = "总计";

/** Looks for the official column heads in the lines of a table that hold no values. */
export function readHeads(table: TableFormat, lines: Line[]): PrintedHeads {
  const names = [...new Set(table.cells.map((cell) => cell.column))];
  const found = new Set<number>();
  let misordered = false;
  for (const line of lines) {
    const inLine = headsOf(line).flatMap((head) => {
      const at = names.findIndex((name) => head === bareText(name) || isWithUnit(head, name));
      return at < 0 ? [] : [at];
    });
    for (const at of inLine) found.add(at);
    misordered ||= inLine.some((at, i) => i > 0 && !follows(at, inLine[i - 1] ?? 0, names));
  }
  const missing = names.filter((name, i) => name !== TOTAL && !found.has(i));
  const total = lines.some((line) => bareText(line.text).includes(TOTAL));
  return { misordered, missing, total };
}

function headsOf(line: Line): string[] {
  const separator = line.raw.includes("\t") ? "\t" : /\s+/;
  return line.text.split(separator).map(bareText);
}

/** 本年收费金额（单位：万元）: the head carries the unit, the name does not. */
function isWithUnit(head: string, name: string): boolean {
  return head.startsWith(`${bareText(name)}单位`);
}

/** Heads grow to the right; table four starts anew with each group of columns. */
function follows(at: number, before: number, names: string[]): boolean {
  return at > before || (at === 0 && before >= names.length - 2);
}

/** The unit that the head of the fee prints, where it is not 万元; null where nothing differs. */
export function otherFeeUnit(lines: Line[]): string | null {
  for (const { text } of lines) {
    if (text.length > 200 || !text.includes("金额")) continue;
    const unit = /单位\s*[：:]?\s*([^\s）)，。]{1,6})/.exec(text)?.[1];
    if (unit && unit !== "万元") return unit;
  }
  return null;
}
