import { bareText, likeness } from "@/lib/importing/labels";
import { doubtAt, type Line } from "@/lib/importing/lines";
import {
  exactRow,
  findGroup,
  hasTotals,
  printedCells,
  similarRow,
  type TableRow,
  type TableRows,
} from "@/lib/importing/table-rows";
import {
  type PrintedRow,
  refuseGroup,
  refuseRow,
  type TableReading,
} from "@/lib/importing/table-values";
import type { ValueLine } from "@/lib/importing/value-tokens";

/** A line of values and the row that it belongs to. */
export interface WrappedRow {
  row: TableRow;
  values: string[];
  line: Line;
}

export interface Alignment {
  rows: WrappedRow[];
  /** Rows printed for a whole group, under the first row's cells: they count in sums only. */
  merged: PrintedRow[];
  taken: Line[];
}

/** A line of values at its place in the text; `row` is null while its row is not known. */
interface Entry extends ValueLine {
  at: number;
  row: number | null;
  /** Rows that the line stands for. */
  count: number;
}

/** Finds out which row each line of values belongs to; what stays open becomes a doubt. */
export function alignRows(
  reading: TableReading,
  rows: TableRows,
  { split, total }: { split: ValueLine[]; total: boolean },
): Alignment {
  const entries = split.flatMap((line, at) => entryOf(rows.rows, line, at) ?? []);
  const taken = entries.map(({ line }) => line);
  const merged = mergeGroups(reading, rows, { entries, total });
  anchorSimilar(rows.rows, entries);
  fillGaps(reading, rows.rows, { entries, split });
  return { rows: uniqueRows(reading, rows.rows, entries), merged, taken };
}

function entryOf(rows: TableRow[], line: ValueLine, at: number): Entry | null {
  const isSingle = line.values.length === 1;
  // One number is a row only behind its label: it may be a page number, or part of a sentence.
  if (line.values.length === 0 || (isSingle && (line.label === "" || line.isAmid))) return null;
  const row = line.label === "" ? null : exactRow(rows, line.label);
  if (isSingle && row === null && similarRow(rows, line.label) === null) return null;
  return { ...line, at, row, count: 1 };
}

function mergeGroups(
  reading: TableReading,
  rows: TableRows,
  { entries, total }: { entries: Entry[]; total: boolean },
): PrintedRow[] {
  const merged: PrintedRow[] = [];
  const named = new Set(entries.map((entry) => entry.row));
  for (const entry of entries) {
    const group = entry.row === null ? findGroup(rows, entry.label) : null;
    const row = group && rows.rows[group.from];
    if (!group || !row) continue;
    const members = Array.from({ length: group.count }, (_, i) => group.from + i);
    if (members.some((member) => named.has(member))) continue;
    for (const member of members) named.add(member);
    refuseGroup(reading, rows, entry.label, entry.line);
    entry.row = group.from;
    entry.count = group.count;
    merged.push({ row, cells: printedCells(row, total), values: entry.values, line: entry.line });
  }
  return merged;
}

/** A misprinted label names its row where the rows above and below leave no other. */
function anchorSimilar(rows: TableRow[], entries: Entry[]): void {
  const next = nextRows(rows.length, entries);
  let from = 0;
  entries.forEach((entry, i) => {
    const to = next[i] ?? rows.length;
    if (entry.row === null && entry.label !== "" && from < to) {
      entry.row = similarRow(rows, entry.label, [from, to]);
    }
    if (entry.row !== null) from = entry.row + entry.count;
  });
}

/** For each entry, the row of the next entry whose row is known. */
function nextRows(end: number, entries: Entry[]): number[] {
  const next: number[] = [];
  let row = end;
  for (let i = entries.length - 1; i >= 0; i -= 1) {
    next[i] = row;
    row = entries[i]?.row ?? row;
  }
  return next;
}

/** Between two known rows, as many lines of values as rows, with the rows' labels in order. */
function fillGaps(
  reading: TableReading,
  rows: TableRow[],
  { entries, split }: { entries: Entry[]; split: ValueLine[] },
): void {
  let gap: Entry[] = [];
  let from = 0;
  let start = 0;
  const close = (to: number, end: number) => {
    const between = rows.slice(from, Math.max(from, to));
    const isClear =
      hasTotals(reading.table) &&
      gap.length === between.length &&
      labelsFollow(between, split.slice(start, end));
    if (isClear) for (const [i, entry] of gap.entries()) entry.row = from + i;
    else refuseGap(reading, between, gap);
    gap = [];
  };
  for (const entry of entries) {
    if (entry.row === null) {
      gap.push(entry);
      continue;
    }
    close(entry.row, entry.at);
    from = entry.row + entry.count;
    start = entry.at + 1;
  }
  close(rows.length, split.length);
}

/** Whether the labels of the rows begin one after the other in the text. */
function labelsFollow(rows: TableRow[], text: ValueLine[]): boolean {
  const pieces = text.flatMap(({ label }) => [label, ...label.split(/\s+/)]).map(bareText);
  let at = 0;
  return rows.every((row) => {
    while (at < pieces.length && !begins(row, pieces[at] ?? "")) at += 1;
    at += 1;
    return at <= pieces.length;
  });
}

function begins({ bare, unnumbered }: TableRow, piece: string): boolean {
  if (piece.length < Math.min(4, bare.length)) return false;
  return bare.startsWith(piece) || unnumbered.startsWith(piece) || likeness(bare, piece) >= 0.7;
}

function refuseGap(reading: TableReading, rows: TableRow[], gap: Entry[]): void {
  const [first] = gap;
  if (!first) return;
  rows.forEach((row, i) => {
    refuseRow(reading, row, (gap[i] ?? first).line, "不能确定是来稿的哪一行数");
  });
  for (const { line } of gap.slice(rows.length)) {
    const reason = "这一行数不能确定属于哪一行，没有采用，请对照来稿填写";
    reading.doubts.push(doubtAt(line, reason, reading.table.key));
  }
}

/** A row that is printed twice is not known. */
function uniqueRows(reading: TableReading, rows: TableRow[], entries: Entry[]): WrappedRow[] {
  const single = entries.filter((entry) => entry.count === 1 && entry.row !== null);
  const times = new Map<number | null, number>();
  for (const { row } of single) times.set(row, (times.get(row) ?? 0) + 1);
  return single.flatMap((entry) => {
    const row = rows[entry.row ?? -1];
    if (!row) return [];
    if (times.get(entry.row) === 1) return [{ row, values: entry.values, line: entry.line }];
    refuseRow(reading, row, entry.line, "在来稿中不止一处");
    return [];
  });
}
