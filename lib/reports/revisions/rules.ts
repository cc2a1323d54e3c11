import { findSection, type SectionContent, type Sections } from "@/lib/format/content";
import { isTableKey, type ReportFormat, type SectionKey, sectionsOf } from "@/lib/format/format";
import type { Opening, Openings } from "@/lib/reports/openings/rules";
import { withPlaces } from "@/lib/reports/sections/rules";

/** One place where two texts differ. */
export interface Change {
  section: SectionKey;
  label: string;
  /** Cell key; null for prose and the notes under a table. */
  cell: string | null;
  before: string | null;
  after: string | null;
}

/** Where two texts differ, in printed order: prose and a table's notes as a whole, tables by typed cell. */
export function changesBetween(
  format: ReportFormat,
  before: Sections,
  after: Partial<Sections>,
): Change[] {
  return sectionsOf(format).flatMap(({ key }) => {
    const present = after[key];
    return present ? sectionChanges(format, key, before[key], present) : [];
  });
}

/** The same within one section. */
export function sectionChanges(
  format: ReportFormat,
  key: SectionKey,
  before: SectionContent,
  after: SectionContent,
): Change[] {
  const place = { section: key, label: findSection(format, key)?.label ?? key };
  return placesChanged(format, key, before, after).map((change) => ({ ...place, ...change }));
}

function placesChanged(
  format: ReportFormat,
  key: SectionKey,
  before: SectionContent,
  after: SectionContent,
): Pick<Change, "cell" | "before" | "after">[] {
  const lines = changed(null, proseText(before), proseText(after));
  if (before.kind === "prose" || after.kind === "prose" || !isTableKey(key)) return lines;
  const cells = format.tables[key].cells
    .filter((cell) => !cell.sumOf)
    .flatMap((cell) =>
      changed(cell.key, cellText(before.cells[cell.key]), cellText(after.cells[cell.key])),
    );
  return [...cells, ...lines];
}

function changed(cell: string | null, before: string | null, after: string | null) {
  return before === after ? [] : [{ cell, before, after }];
}

function proseText(content: SectionContent): string | null {
  const paragraphs = content.kind === "prose" ? content.paragraphs : content.notes;
  return paragraphs.length ? paragraphs.join("\n") : null;
}

function cellText(value: number | string | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** The present text with an older one in place of what may be edited. */
export function restored(
  format: ReportFormat,
  present: Sections,
  old: Sections,
  open: Openings,
): Sections {
  const back = (Object.entries(open) as [SectionKey, Opening][]).map(([key, opening]) => {
    const places = opening === "all" ? null : opening;
    return [key, withPlaces(format, key, present[key], { content: old[key], places })];
  });
  return { ...present, ...Object.fromEntries(back) };
}

/** What came back was chosen by a person, as if typed; what stays the same keeps its origin. */
export function restoredOrigins(
  present: SectionContent,
  old: SectionContent,
): Record<string, "typed"> {
  if (present.kind === "prose" || old.kind === "prose") return { paragraphs: "typed" };
  const changed = Object.keys(old.cells).filter((key) => old.cells[key] !== present.cells[key]);
  return Object.fromEntries(changed.map((key) => [key, "typed"]));
}
