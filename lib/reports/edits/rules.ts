import {
  fromContent,
  getFormat,
  type ReportContent,
  type SectionContent,
} from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import type { EditText } from "@/lib/reports/edits/schema";
import { parseSection } from "@/lib/reports/facts/rules";
import { sectionChanges } from "@/lib/reports/revisions/rules";

interface EarlierText {
  who: string;
  /** ISO time. */
  at: string;
  content: string;
}

export interface EditRow {
  format: string;
  section: SectionKey;
  who: string;
  at: Date;
  /** Canonical JSON of the section. */
  content: string;
  /** The save before it. */
  saved: EarlierText | null;
  /** The newest 稿 before it, with the whole report. */
  revision: (EarlierText & { no: number }) | null;
}

/** A stored edit, against what stood there before: the later of the last save and the last 稿. */
export function editOf({ saved, revision, content: stored, ...row }: EditRow): EditText {
  const format = getFormat(row.format);
  const { section, who, at } = row;
  const content = parseSection(format, section, stored);
  const changesSince = (text: SectionContent) => sectionChanges(format, section, text, content);
  const edit = { section, who, at, content };
  if (revision && (!saved || new Date(revision.at) >= new Date(saved.at))) {
    const text = fromContent(JSON.parse(revision.content) as ReportContent)[section];
    return { ...edit, before: beforeOf(revision, revision.no), changes: changesSince(text) };
  }
  if (!saved) return { ...edit, before: null, changes: [] };
  const text = parseSection(format, section, saved.content);
  return { ...edit, before: beforeOf(saved, null), changes: changesSince(text) };
}

function beforeOf({ who, at }: EarlierText, revisionNo: number | null): EditText["before"] {
  return { who, at: new Date(at), revisionNo };
}
