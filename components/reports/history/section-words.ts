import { findSection, getFormat } from "@/lib/format/content";
import { isTableKey, sectionsOf } from "@/lib/format/format";

/** 表三, 编制说明: a section in few words. */
export function sectionWord(version: string, key: string): string {
  const format = getFormat(version);
  return isTableKey(key) ? format.tables[key].name : (findSection(format, key)?.label ?? key);
}

/** 表三、表四、标题: each once, in printed order. */
export function sectionWords(version: string, keys: string[]): string {
  const named = sectionsOf(getFormat(version)).filter(({ key }) => keys.includes(key));
  return named.map(({ key }) => sectionWord(version, key)).join("、");
}
