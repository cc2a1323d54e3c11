import { cellFormat, cellName } from "@/lib/format/cells";
import { findSection } from "@/lib/format/content";
import { isTableKey, type ReportFormat } from "@/lib/format/format";

/** Why a thread cannot stand at a place, in Chinese; empty when it can. */
export function placeProblems(format: ReportFormat, section: string, cell?: string): string[] {
  if (!findSection(format, section)) return [`没有“${section}”这个部分，请重新选择。`];
  if (!cell || (isTableKey(section) && cellFormat(format.tables[section], cell))) return [];
  return [`这一部分没有单元格“${cell}”，请重新选择。`];
}

/** A must-resolve thread that is open. */
export interface OpenThreadFact {
  section: string;
  cell: string | null;
  openedByName: string;
  /** What it opened with. */
  words: string;
}

const SHOWN_WORDS = 40;

/** What open must-resolve threads say against a submission, one sentence each. */
export function threadBlocks(format: ReportFormat, threads: OpenThreadFact[]): string[] {
  return threads.map(({ section, cell, openedByName, words }) => {
    const table = isTableKey(section) && format.tables[section];
    const known = table && cell && cellFormat(table, cell);
    const place = `${findSection(format, section)?.label ?? section}${known ? cellName(known) : ""}`;
    const short = [...words.replace(/\s+/g, " ")];
    const said = `${short.slice(0, SHOWN_WORDS).join("")}${short.length > SHOWN_WORDS ? "…" : ""}`;
    return `批注必须解决：${place}，${openedByName}提出“${said}”。请答复，由提出人或审核人标为已解决后再送审。`;
  });
}
