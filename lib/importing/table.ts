import { withTotals } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import type { TableFormat } from "@/lib/format/format";
import type { Doubt } from "@/lib/format/source";
import { doubtAt, doubtsAbout, type Line } from "@/lib/importing/lines";
import { dropNoise, fitting, joinParagraphs } from "@/lib/importing/prose";
import { readTabbedTable } from "@/lib/importing/tabbed-table";
import { otherFeeUnit, readHeads } from "@/lib/importing/table-heads";
import { isTableText, type TableRows, tableRows } from "@/lib/importing/table-rows";
import { emptyReading, type TableReading } from "@/lib/importing/table-values";
import { readValueRow } from "@/lib/importing/value-row-table";
import { isPageNumber } from "@/lib/importing/value-tokens";
import { readWrappedTable } from "@/lib/importing/wrapped-table";

const UNKNOWN_TEXT = "表格中没有认出的文字，没有采用，请核对";
/** What says of itself that it belongs to the table. */
const ownNote = /^(?:[（(]?\s*(?:备?注|说明|填表说明)\s*\d*\s*[：:）)、.．]|[*※])/;
const BELOW_TABLE = "将作为说明印在表格下方；不应公开的，请从来稿中删去后重新读取";

export interface ReadTable {
  /** Null where not one cell was read. */
  section: SectionContent | null;
  totals: TableReading["totals"];
  layout: string[];
  doubts: Doubt[];
}

/** Reads one part of the text as its official table; `heading` is the line above it. */
export function readTable(
  table: TableFormat,
  { heading, lines }: { heading: Line; lines: Line[] },
  page: number | null,
): ReadTable {
  const reading = emptyReading(table);
  const rows = tableRows(table);
  const filled = lines.filter((line) => line.text !== "");
  const rest = readRows(reading, rows, { heading, lines: filled });
  judgeUnit(reading, filled);
  readRest(reading, rows, { lines: filled, rest });
  doubtMissing(reading, rows, heading);
  const below = dropNoise(reading.notes, reading.doubts, table.key);
  const notes = fitting(joinParagraphs(below, page), below, {
    doubts: reading.doubts,
    key: table.key,
  });
  const { totals, doubts } = reading;
  const cells = withTotals(table, reading.cells);
  const isRead = Object.keys(reading.cells).length > 0;
  const section: SectionContent | null = isRead ? { kind: "table", cells, notes } : null;
  const told = isRead
    ? doubtsAbout(
        below.filter(({ text }) => !ownNote.test(text)),
        BELOW_TABLE,
        table.key,
      )
    : reading.notes.map((line) => doubtAt(line, UNKNOWN_TEXT, table.key));
  for (const doubt of told) doubts.push(doubt);
  return { section, totals, layout: [...new Set(reading.layout)], doubts };
}

/** Reads the rows of a table; returns the lines that are none. */
function readRows(
  reading: TableReading,
  rows: TableRows,
  { heading, lines }: { heading: Line; lines: Line[] },
): Line[] {
  const tabbed = lines.filter((line) => line.raw.trimEnd().includes("\t")).length > 1;
  const [only] = rows.rows;
  const isLabelled = rows.rows.length > 1;
  let rest: Line[];
  if (!isLabelled && only) rest = readValueRow(reading, only, lines);
  else if (tabbed) rest = readTabbedTable(reading, rows, lines);
  else rest = readWrappedTable(reading, rows, lines);
  // Heads of table four that are cut over lines cannot be put in order again.
  if (tabbed || isLabelled) judgeHeads(reading, heading, { rest, tabbed });
  return rest;
}

/** Values stand under their heads: other heads, or none, are no ground to place them. */
function judgeHeads(
  reading: TableReading,
  heading: Line,
  { rest, tabbed }: { rest: Line[]; tabbed: boolean },
): void {
  const heads = readHeads(reading.table, rest);
  if (Object.keys(reading.cells).length === 0) return;
  const { key, name } = reading.table;
  if (heads.misordered) {
    reading.cells = {};
    reading.totals = {};
    reading.layout.push("列的顺序与规定不同");
    const reason = `${name}的列标题与规定的顺序不同，各数没有采用，请对照来稿填写`;
    reading.doubts.push(doubtAt(heading, reason, key));
  } else if (tabbed && heads.missing.length > 0) {
    const missing = heads.missing.map((head) => `“${head}”`).join("、");
    const reason = `${name}没有找到列标题${missing}，各数按规定的列序读取，请核对`;
    reading.doubts.push(doubtAt(heading, reason, key));
  }
}

/** A fee printed in another unit is not converted: the person decides. */
function judgeUnit(reading: TableReading, lines: Line[]): void {
  const unit = otherFeeUnit(lines);
  if (unit === null) return;
  for (const { key, kind } of reading.table.cells) {
    const value = reading.cells[key];
    if (kind !== "fee" || value === undefined || value === null) continue;
    reading.cells[key] = null;
    reading.layout.push(`收费金额的单位印作“${unit}”`);
    const line = lines.findLast(({ text }) => text.includes(String(value))) ?? lines[0];
    const reason = `收费金额的单位印作“${unit}”，应为万元；没有采用，请换算后填写`;
    if (line) reading.doubts.push(doubtAt(line, reason, reading.table.key, key));
  }
}

/** Text that is no row: the table's own, a note below it, or a doubt. */
function readRest(
  reading: TableReading,
  rows: TableRows,
  { lines, rest }: { lines: Line[]; rest: Line[] },
): void {
  const others = new Set(rest);
  const last = lines.findLast((line) => !others.has(line))?.no ?? Number.POSITIVE_INFINITY;
  for (const line of rest) {
    if (isTableText(rows, line.text)) continue;
    if (line.no > last && !isPageNumber(line.text)) reading.notes.push(line);
    else {
      const reason = isPageNumber(line.text) ? "疑为页码，没有采用" : UNKNOWN_TEXT;
      reading.doubts.push(doubtAt(line, reason, reading.table.key));
    }
  }
}

/** Every row ends up read or in doubt; a table without any row is one doubt. */
function doubtMissing(reading: TableReading, { rows }: TableRows, heading: Line): void {
  const { key, name } = reading.table;
  const missing = rows.filter((row) => {
    const isRead = row.cells.some(({ key }) => key in reading.cells || key in reading.totals);
    return !isRead && !reading.refused.has(row);
  });
  if (missing.length === rows.length) {
    if (reading.layout.some((problem) => problem.startsWith("列的顺序"))) return;
    const reason = `没有读到${name}的数，整表没有采用，请对照来稿填写`;
    reading.doubts.push(doubtAt(heading, reason, key));
    return;
  }
  for (const row of missing) {
    const reason = `没有找到「${row.label}」一行的数，请对照来稿填写`;
    reading.doubts.push(doubtAt(heading, reason, key, row.cells[0]?.key ?? null));
  }
}
