import { expect } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { type Cells, isTableKey, type TableKey } from "@/lib/format/format";
import { type ImportedText, readText } from "@/lib/importing/text";
import type { PrintedTables } from "@/tests/support/report-text";

/** What tests of the table readers ask of a read text. */

const keys = Object.keys(format2021.tables).filter(isTableKey);

export function readCells(read: ImportedText, key: TableKey): Cells {
  const section = read.sections[key];
  return section?.kind === "table" ? section.cells : {};
}

/** Reads a text and expects every value of the three tables. */
export function expectAll(text: string, expected: PrintedTables): ImportedText {
  const read = readText(text, format2021);
  for (const key of keys) expect(readCells(read, key)).toEqual(expected[key]);
  return read;
}

/** Whether a doubt speaks of the cell, of its row or of its table. */
export function isDoubted(read: ImportedText, table: TableKey, cell: string): boolean {
  return read.doubts.some(({ where }) => {
    if (where.section !== table) return false;
    return where.cell === null || where.cell.split(".")[0] === cell.split(".")[0];
  });
}

/** Every cell is right, or blank with a doubt; `blanks` are allowed without one. */
export function expectNoWrongValue(read: ImportedText, truth: PrintedTables, blanks = false): void {
  for (const key of keys) {
    const typed = format2021.tables[key].cells.filter((cell) => !cell.sumOf);
    for (const cell of typed) {
      const value = readCells(read, key)[cell.key] ?? null;
      if (value !== null) expect([cell.key, value]).toEqual([cell.key, truth[key][cell.key]]);
      else if (!blanks)
        expect([cell.key, isDoubted(read, key, cell.key)]).toEqual([cell.key, true]);
    }
  }
}
