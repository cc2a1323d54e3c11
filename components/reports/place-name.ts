import { NOTES } from "@/components/reports/saving/section-text";
import { cellFormat, cellName } from "@/lib/format/cells";
import { findSection, getFormat } from "@/lib/format/content";
import { isTableKey } from "@/lib/format/format";

/** 表三「一、本年新收…」行「自然人」列, 表三的表下说明: a section or place as people say it. */
export function placeName(version: string, section: string, cell: string | null): string {
  const format = getFormat(version);
  const label = findSection(format, section)?.label ?? section;
  if (cell === NOTES) return `${label}的表下说明`;
  const found = cell && isTableKey(section) && cellFormat(format.tables[section], cell);
  return found ? `${label}${cellName(found)}` : label;
}
