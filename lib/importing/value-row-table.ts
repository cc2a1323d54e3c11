import type { Line } from "@/lib/importing/lines";
import { readHeads } from "@/lib/importing/table-heads";
import { printedCells, type TableRow } from "@/lib/importing/table-rows";
import {
  doubtSums,
  refuseRow,
  type TableReading,
  takeRow,
  wrongSums,
} from "@/lib/importing/table-values";
import { isValueLike, splitValues, tabCells } from "@/lib/importing/value-tokens";

interface Candidate {
  line: Line;
  /** Tabs place a value in its column; spaces only order it. */
  tabbed: boolean;
  values: string[];
}

/**
 * Reads a table of one row without a label (table four), from tabs or from a PDF
 * file's text; there the row may be cut over lines, and then only its sums prove it.
 * @returns the lines that are not the row.
 */
export function readValueRow(reading: TableReading, row: TableRow, lines: Line[]): Line[] {
  const candidates = lines.flatMap((line) => candidateOf(line) ?? []);
  const [first] = candidates;
  if (!first) return lines;
  const taken = new Set(candidates.map(({ line }) => line));
  const rest = lines.filter((line) => !taken.has(line));
  const values = joinValues(candidates, row.cells.length);
  const total = values.length === row.cells.length || readHeads(reading.table, rest).total;
  if (!total) reading.layout.push("缺少“总计”列");
  const printed = { row, cells: printedCells(row, total), values, line: first.line };
  const sums = wrongSums(printed);
  const inOneLine = candidates.length === 1 && (first.tabbed || total);
  const isProven = total && sums.length === 0;
  if (values.length === printed.cells.length && (inOneLine || isProven)) {
    takeRow(reading, printed);
    doubtSums(reading, printed, sums);
  } else {
    for (const { line } of candidates) refuseRow(reading, row, line, "的格数与规定的列数对不上");
  }
  return rest;
}

function candidateOf(line: Line): Candidate | null {
  if (line.raw.includes("\t")) {
    const values = tabCells(line) ?? [];
    const filled = values.filter((value) => value !== "");
    if (filled.length === 0 || !filled.every(isValueLike)) return null;
    return { line, tabbed: true, values };
  }
  const { label, values } = splitValues(line);
  // One number by itself may be a page number.
  return label === "" && values.length > 1 ? { line, tabbed: false, values } : null;
}

/** All values side by side, without empty cells behind the last column. */
function joinValues(candidates: Candidate[], width: number): string[] {
  const values = candidates.flatMap((candidate) => candidate.values);
  const isPadded = values.slice(width).every((value) => value === "");
  return isPadded ? values.slice(0, width) : values;
}
