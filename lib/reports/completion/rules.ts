import type { Finding } from "@/lib/checks/finding";
import { typedCells } from "@/lib/format/cells";
import type { SectionContent, Sections } from "@/lib/format/content";
import { isTableKey, type ReportFormat, type SectionKey, sectionsOf } from "@/lib/format/format";

/** 空, 未填完, 有问题, 完成. */
export type SectionMark = "empty" | "partial" | "faulty" | "done";

/** A finding, as far as it stands against a section. */
export type OpenFinding = Pick<Finding, "section" | "tier"> & { explanation?: object | null };

/** Whether a finding still asks for something before the report can be submitted. */
export function isOpen({ tier, explanation }: OpenFinding): boolean {
  return tier === "block" || (tier === "warn" && !explanation);
}

/** Typed cells of a table that are blank, in reading order; none for prose. */
export function blankCells(format: ReportFormat, key: SectionKey, content: SectionContent) {
  if (content.kind === "prose" || !isTableKey(key)) return [];
  return typedCells(format.tables[key]).filter(({ key }) => (content.cells[key] ?? null) === null);
}

function isEmpty(format: ReportFormat, key: SectionKey, content: SectionContent): boolean {
  if (content.kind === "prose" || !isTableKey(key)) {
    return content.kind === "prose" && content.paragraphs.length === 0;
  }
  const blank = blankCells(format, key, content).length;
  return blank === typedCells(format.tables[key]).length && content.notes.length === 0;
}

/**
 * How far a section is: what cannot be stored comes first, then what is empty or unfinished, then
 * what the checks have against it.
 * @param refused whether something typed in it is not sent, because it cannot be stored
 */
export function markOf(
  format: ReportFormat,
  key: SectionKey,
  content: SectionContent,
  findings: OpenFinding[],
  refused: boolean,
): SectionMark {
  if (refused) return "faulty";
  if (isEmpty(format, key, content)) return "empty";
  if (blankCells(format, key, content).length > 0) return "partial";
  return findings.some((f) => f.section === key && isOpen(f)) ? "faulty" : "done";
}

/** How many sections are done, of those that are not left to choice. */
export function progressOf(
  format: ReportFormat,
  sections: Sections,
  findings: OpenFinding[],
  isRefused: (key: SectionKey) => boolean,
): number {
  const needed = sectionsOf(format).filter(({ optional }) => !optional);
  const isDone = ({ key }: { key: SectionKey }) =>
    markOf(format, key, sections[key], findings, isRefused(key)) === "done";
  return needed.filter(isDone).length;
}
