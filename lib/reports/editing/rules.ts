import { cellFormat, cellName } from "@/lib/format/cells";
import { findSection, getFormat, type SectionContent, type Sections } from "@/lib/format/content";
import { type CellKey, isTableKey, type ReportFormat, type SectionKey } from "@/lib/format/format";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { findingsIn } from "@/lib/reports/findings/rules";
import {
  changedPlaces,
  type Opening,
  type Openings,
  type PlacedFinding,
  typedParts,
  withFindings,
} from "@/lib/reports/openings/rules";
import { type ReportFacts, returnedItems } from "@/lib/reports/rules";
import { withPlaces } from "@/lib/reports/sections/rules";
import type { Hashes } from "@/lib/reviews/schema";

/** What decides which places may be edited. */
interface EditingFacts extends Pick<ReportFacts, "draft" | "hashes" | "decisions" | "widenings"> {
  identity: { format: string };
  sections: Sections;
  /** The text as it was returned; null outside 退回修改. */
  returned: { hashes: Hashes; sections: Sections } | null;
  findings: PlacedFinding[];
}

/**
 * What may be edited now: everything in 拟稿中; in 退回修改 the sections and cells that were
 * returned, those that a correction there has made wrong (a finding stands against the next
 * submission), those changed since, and the sections that the drafter opened himself
 * (扩大修改范围). A return without items gives back the whole text.
 */
export function openings(facts: EditingFacts): Openings {
  const keys = Object.keys(facts.hashes) as SectionKey[];
  const entries = keys.map((key): [SectionKey, Opening] => [key, openingOf(key, facts)]);
  return Object.fromEntries(entries.filter(([, opening]) => opening.length > 0));
}

/** Sections in which something may be edited now. */
export function editableSections(facts: EditingFacts): SectionKey[] {
  return Object.keys(openings(facts)) as SectionKey[];
}

function openingOf(key: SectionKey, facts: EditingFacts): Opening {
  const { draft, decisions, findings } = facts;
  if (draft === "DRAFT") return "all";
  if (draft !== "RETURNED") return [];
  const items = returnedItems(decisions);
  const own = items.filter((item) => item.section === key);
  const isWhole = own.some((item) => !item.cell) || isWidened(key, facts);
  if (!items.length || isWhole) return "all";
  const named = own.flatMap((item) => item.cell ?? []);
  const format = getFormat(facts.identity.format);
  if (!isTableKey(key)) {
    return withFindings(format, key, isChanged(key, facts) ? "all" : [], findings);
  }
  const parts = named.flatMap((cell) => typedParts(format.tables[key], cell));
  return withFindings(format, key, [...parts, ...changedCells(format, key, facts)], findings);
}

/** 扩大修改范围 since the newest return. */
function isWidened(key: SectionKey, { decisions, widenings }: EditingFacts): boolean {
  const last = decisions.findLast((decision) => decision.kind === "RETURN");
  return widenings.some(({ section, at }) => section === key && last && at > last.at);
}

function isChanged(key: SectionKey, { hashes, returned }: EditingFacts): boolean {
  return returned !== null && returned.hashes[key] !== hashes[key];
}

function changedCells(format: ReportFormat, key: SectionKey, facts: EditingFacts): CellKey[] {
  const { returned, sections } = facts;
  return returned ? changedPlaces(format, key, returned.sections[key], sections[key]) : [];
}

/**
 * Places that a new text of a section changes and that are not open, empty where all are. What a
 * change to an open cell makes wrong is open with it, as if they had been saved one by one.
 */
function closedPlaces(record: ReportRecord, key: SectionKey, after: SectionContent): string[] {
  const format = getFormat(record.identity.format);
  let facts: EditingFacts = record;
  let rest = changedPlaces(format, key, record.sections[key], after);
  while (rest.length) {
    const opening = openings(facts)[key] ?? [];
    if (opening === "all") return [];
    const places = rest.filter((place) => opening.includes(place));
    if (!places.length) return rest;
    rest = rest.filter((place) => !places.includes(place));
    const text = withPlaces(format, key, facts.sections[key], { content: after, places });
    const sections = { ...facts.sections, [key]: text };
    facts = { ...record, sections, findings: findingsIn(record, sections) };
  }
  return [];
}

/** Why a new text of a section cannot be stored, as one sentence; null where it can. */
export function closedReason(
  record: ReportRecord,
  key: SectionKey,
  after: SectionContent,
): string | null {
  const format = getFormat(record.identity.format);
  if (!openings(record)[key]) return closedWords(`“${findSection(format, key)?.label}”`);
  const places = closedPlaces(record, key, after);
  if (!places.length || !isTableKey(key)) return null;
  const table = format.tables[key];
  const names = places.map((place) => {
    const cell = cellFormat(table, place);
    return cell ? cellName(cell) : "表下说明";
  });
  return closedWords(`${table.name}${names.join("、")}`);
}

function closedWords(place: string): string {
  return `${place}没有被退回，现在不能修改。需要修改的，请先扩大修改范围并写明理由。`;
}
