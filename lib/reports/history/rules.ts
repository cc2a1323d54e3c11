import type { ReportFormat, SectionKey } from "@/lib/format/format";
import { parseSection } from "@/lib/reports/facts/rules";
import type { Clash, Edit, HistoryEntry } from "@/lib/reports/history/schema";
import { noRevision, nothing } from "@/lib/reports/history-entries/rules";
import { sectionChanges } from "@/lib/reports/revisions/rules";
import { signedStep } from "@/lib/reviews/decisions/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { signedName } from "@/lib/reviews/rules";
import type { DecisionKind, RevisionReason } from "@/prisma/generated/enums";

export const reasonKinds = {
  KEPT: "kept",
  IMPORTED: "imported",
  SUBMITTED: "submitted",
  RESTORED: "restored",
  NAMED: "named",
  AMENDED: "amended",
} as const;

export interface RevisionRow {
  no: number;
  reason: RevisionReason;
  name: string;
  contentHash: string;
  createdById: string;
  createdByName: string;
  createdAt: Date;
  /** 领导改稿 that it came of. */
  amendments?: { section: string; reason: string }[];
}

export function revisionEntry(row: RevisionRow): HistoryEntry {
  const { no, reason, name, contentHash, createdByName, createdAt, amendments = [] } = row;
  const facts = { kind: reasonKinds[reason], words: name, revisionNo: no, contentHash };
  const items = amendments.map((one) => ({ section: one.section, cell: null, words: one.reason }));
  return { ...nothing, at: createdAt, who: createdByName, ...facts, items };
}

interface RecalledRow {
  openedByName: string;
  closedAt: Date | null;
  revision: { no: number };
}

export function recallEntry({ openedByName, closedAt, revision }: RecalledRow): HistoryEntry {
  const facts = { revisionNo: revision.no, contentHash: null };
  const at = closedAt ?? new Date(0);
  return { ...nothing, at, who: openedByName, kind: "recalled", ...facts };
}

interface DecisionRow {
  step: string;
  kind: DecisionKind;
  actorName: string;
  /** 代: for whom the actor decided. */
  forName: string | null;
  opinion: string;
  contentHash: string;
  at: Date;
  paperId: string | null;
  revision: { no: number };
  items: HistoryEntry["items"];
}

/** Labels of the steps of all plans that the report was reviewed under. */
export function stepLabels(plans: PlanDefinition[]): Map<string, string> {
  const steps = plans.flatMap((plan) => plan.stages.flatMap((stage) => stage.steps));
  return new Map(steps.map((step) => [step.key, step.label]));
}

export function decisionEntry(row: DecisionRow, labels: Map<string, string>): HistoryEntry {
  const { at, contentHash, opinion: words, items, revision } = row;
  const steps = [signedStep(labels.get(row.step) ?? row.step, row)];
  const kind = row.kind === "PASS" ? "passed" : "returned";
  const facts = { kind, revisionNo: revision.no, contentHash, steps, words, items } as const;
  return { ...nothing, at, who: signedName(row.actorName, row.forName), ...facts };
}

interface PublicationRow {
  label: string;
  changeNote: string;
  publishedBy: string;
  publishedAt: Date;
  contentHash: string;
  revision: { no: number };
}

export function publicationEntry(row: PublicationRow): HistoryEntry {
  const { publishedAt: at, publishedBy: who, contentHash, label, changeNote } = row;
  const words = [`版本 ${label}`, changeNote].filter(Boolean).join("：");
  const facts = { revisionNo: row.revision.no, contentHash, words };
  return { ...nothing, at, who, kind: "published", ...facts };
}

interface ClashRow {
  id: string;
  key: string;
  places: string[];
  stored: string;
  refused: string;
  byName: string;
  at: Date;
}

export function clashEntry(format: ReportFormat, row: ClashRow): HistoryEntry {
  const { byName: who, at } = row;
  return { ...nothing, ...noRevision, at, who, kind: "clashed", clash: clashOf(format, row) };
}

/** The places that clashed, each with both texts. */
export function clashOf(format: ReportFormat, row: Omit<ClashRow, "byName" | "at">): Clash {
  const { id, places } = row;
  const section = row.key as SectionKey;
  const stored = parseSection(format, section, row.stored);
  const refused = parseSection(format, section, row.refused);
  const lines = places.includes("notes") ? "notes" : "paragraphs";
  const clashed = sectionChanges(format, section, stored, refused)
    .map(({ cell, before, after }) => ({ place: cell ?? lines, stored: before, refused: after }))
    .filter(({ place }) => places.includes(place));
  return { id, section, places: clashed };
}

export interface EditRow extends Edit {
  who: string;
}

/**
 * What each person saved between two 稿 is one entry, however often they took turns. A save that is
 * itself a 稿 (导入, 恢复) stands as that alone.
 */
export function editEntries(rows: EditRow[], revisions: RevisionRow[]): HistoryEntry[] {
  const isRevision = ({ by, at }: EditRow) =>
    revisions.some((r) => r.createdById === by && r.createdAt.getTime() === at.getTime());
  const groups = new Map<string, HistoryEntry>();
  for (const { who, ...edit } of rows.filter((row) => !isRevision(row))) {
    const later = revisions.filter(({ createdAt }) => createdAt > edit.at).length;
    const group = `${later} ${edit.by}`;
    const known = groups.get(group);
    const edits = [...(known?.edits ?? []), edit];
    const at = known?.at ?? edit.at;
    groups.set(group, { ...nothing, ...noRevision, at, who, kind: "edited", edits });
  }
  return [...groups.values()];
}

/** Decisions made in one act (审 and 校 of a level) are one entry; they come newest first. */
export function actsOf(entries: HistoryEntry[]): HistoryEntry[] {
  const acts = new Map<string, HistoryEntry>();
  for (const entry of entries) {
    const act = `${entry.kind} ${entry.who} ${entry.at.toISOString()}`;
    const known = acts.get(act);
    const items = [...entry.items, ...(known?.items ?? [])];
    acts.set(act, { ...entry, steps: [...entry.steps, ...(known?.steps ?? [])], items });
  }
  return [...acts.values()];
}

/** Newest first; what was kept and what came in its place are of one instant: the later 稿 is newer. */
export function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  return b.at.getTime() - a.at.getTime() || (b.revisionNo ?? 0) - (a.revisionNo ?? 0);
}

/**
 * The instant down to which everything is at hand, where one of several kinds of rows was read up
 * to its limit only; null when all is. Each kind is given newest first, by its instants.
 */
export function readDownTo(kinds: { at: Date[]; limit: number }[]): Date | null {
  const ends = kinds.flatMap(({ at, limit }) => (at.length < limit ? [] : at.slice(-1)));
  return ends.reduce<Date | null>((last, end) => (last && last > end ? last : end), null);
}

/** Of the instant itself there may be more rows, so all of it is on the next page. */
export function cursorAfter(end: Date | null): string | null {
  return end && new Date(end.getTime() + 1).toISOString();
}
