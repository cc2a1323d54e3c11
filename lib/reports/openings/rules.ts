import type { Finding } from "@/lib/checks/finding";
import { cellFormat, typedCells } from "@/lib/format/cells";
import type { SectionContent } from "@/lib/format/content";
import {
  type CellKey,
  isTableKey,
  type ReportFormat,
  type SectionKey,
  type TableFormat,
} from "@/lib/format/format";
import { isOpen, type OpenFinding } from "@/lib/reports/completion/rules";

/** What of a section may be changed: all of it, or these cells of its table (and its `notes`) alone. */
export type Opening = "all" | CellKey[];

/** By section; what is not there is closed. */
export type Openings = Partial<Record<SectionKey, Opening>>;

/** A finding, as far as it opens places. */
export type PlacedFinding = OpenFinding & Pick<Partial<Finding>, "cell" | "cells" | "range">;

/** An opening of a section with what findings against it open besides. */
export function withFindings(
  format: ReportFormat,
  key: SectionKey,
  opening: Opening,
  findings: PlacedFinding[],
): Opening {
  const wrong = findings.filter((finding) => finding.section === key && isOpen(finding));
  if (opening === "all" || !wrong.length) return opening;
  if (!isTableKey(key) || wrong.some(({ cell, range }) => !cell && !range)) return "all";
  // A passage in a table's section stands in the notes below it.
  const places = wrong.flatMap(({ cells, cell }) => cells ?? cell ?? "notes");
  const parts = places.flatMap((place) => typedParts(format.tables[key], place));
  return [...new Set([...opening, ...parts])];
}

/** A typed cell itself; of a computed one what it is computed from. */
export function typedParts(table: TableFormat, cell: CellKey): CellKey[] {
  const sumOf = cellFormat(table, cell)?.sumOf;
  return sumOf ? sumOf.flatMap((part) => typedParts(table, part)) : [cell];
}

/** Typed cells and `notes` that differ; `paragraphs` of prose. */
export function changedPlaces(
  format: ReportFormat,
  key: SectionKey,
  before: SectionContent,
  after: SectionContent,
): string[] {
  const lines = JSON.stringify(linesOf(before)) === JSON.stringify(linesOf(after));
  if (before.kind === "prose" || after.kind === "prose" || !isTableKey(key)) {
    return lines ? [] : ["paragraphs"];
  }
  const cells = typedCells(format.tables[key]).map((cell) => cell.key);
  const changed = cells.filter(
    (cell) => (before.cells[cell] ?? null) !== (after.cells[cell] ?? null),
  );
  return lines ? changed : [...changed, "notes"];
}

function linesOf(content: SectionContent): string[] {
  return content.kind === "prose" ? content.paragraphs : content.notes;
}
