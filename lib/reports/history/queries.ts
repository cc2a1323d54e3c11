import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { fromContent, getFormat, type ReportContent } from "@/lib/format/content";
import type { HistoryEntry, HistoryPage } from "@/lib/reports/history/schema";
import { can, visibleTo } from "@/lib/reports/policy";
import { changesBetween } from "@/lib/reports/revisions/rules";
import { isDrafting } from "@/lib/reports/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";

/** Everything that happened to a report, newest first. @throws NOT_FOUND */
export async function getHistory(actor: Actor, reportId: string): Promise<HistoryEntry[]> {
  const report = await db.report.findFirst({
    where: { id: reportId, ...visibleTo(actor) },
    select: {
      revisions: {
        select: {
          no: true,
          reason: true,
          name: true,
          contentHash: true,
          createdByName: true,
          createdAt: true,
        },
      },
      rounds: {
        select: {
          plan: true,
          openedByName: true,
          closedAt: true,
          outcome: true,
          revision: { select: { no: true } },
        },
      },
      decisions: { select: decided },
      publications: {
        select: {
          label: true,
          changeNote: true,
          publishedBy: true,
          publishedAt: true,
          contentHash: true,
          revision: { select: { no: true } },
        },
      },
    },
  });
  if (!report) throw notFoundError();
  const labels = stepLabels(report.rounds.map((round) => JSON.parse(round.plan)));
  const entries = [
    ...report.revisions.map(revisionEntry),
    ...report.rounds.filter((round) => round.outcome === "RECALLED").map(recallEntry),
    ...report.decisions.map((decision) => decisionEntry(decision, labels)),
    ...report.publications.map(publicationEntry),
  ];
  return merged(entries).toSorted(newestFirst);
}

/** What was kept and what came in its place are of the same instant: then the later 稿 is newer. */
function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  return b.at.getTime() - a.at.getTime() || (b.revisionNo ?? 0) - (a.revisionNo ?? 0);
}

/** The history of a report, with two of its 稿 compared. Two statements. @throws NOT_FOUND */
export async function getHistoryPage(
  actor: Actor,
  reportId: string,
  chosen: { from: number; to: number } | null,
): Promise<HistoryPage> {
  const nos = chosen ? [chosen.from, chosen.to] : [];
  const [report, history] = await Promise.all([
    db.report.findFirst({
      where: { id: reportId, ...visibleTo(actor) },
      select: {
        year: true,
        version: true,
        draft: true,
        bureauId: true,
        format: true,
        bureau: { select: { name: true } },
        revisions: { where: { no: { in: nos } }, select: { no: true, content: true } },
      },
    }),
    getHistory(actor, reportId),
  ]);
  if (!report) throw notFoundError();
  const { year, version, format, bureau, revisions } = report;
  const canEdit = can(actor, "draft", report) && isDrafting(report.draft);
  const [before, after] = nos.map((no) => revisions.find((revision) => revision.no === no));
  const changes =
    before && after
      ? changesBetween(getFormat(format), sectionsIn(before), sectionsIn(after))
      : null;
  return { bureauName: bureau.name, year, version, canEdit, format, history, changes };
}

function sectionsIn({ content }: { content: string }) {
  return fromContent(JSON.parse(content) as ReportContent);
}

const decided = {
  step: true,
  kind: true,
  actorName: true,
  opinion: true,
  contentHash: true,
  at: true,
  revision: { select: { no: true } },
  items: { select: { section: true, cell: true, words: true } },
} as const;

const nothing = { steps: [], words: "", items: [] };

const reasonKinds = {
  KEPT: "kept",
  IMPORTED: "imported",
  SUBMITTED: "submitted",
  RESTORED: "restored",
  NAMED: "named",
} as const;

function revisionEntry(row: {
  no: number;
  reason: keyof typeof reasonKinds;
  name: string;
  contentHash: string;
  createdByName: string;
  createdAt: Date;
}): HistoryEntry {
  const { no, reason, name, contentHash, createdByName, createdAt } = row;
  const facts = { kind: reasonKinds[reason], words: name, revisionNo: no, contentHash };
  return { ...nothing, at: createdAt, who: createdByName, ...facts };
}

function recallEntry(row: {
  openedByName: string;
  closedAt: Date | null;
  revision: { no: number };
}): HistoryEntry {
  const at = row.closedAt ?? new Date(0);
  const facts = { revisionNo: row.revision.no, contentHash: null };
  return { ...nothing, at, who: row.openedByName, kind: "recalled", ...facts };
}

function decisionEntry(
  row: {
    step: string;
    kind: "PASS" | "RETURN";
    actorName: string;
    opinion: string;
    contentHash: string;
    at: Date;
    revision: { no: number };
    items: HistoryEntry["items"];
  },
  labels: Map<string, string>,
): HistoryEntry {
  return {
    at: row.at,
    who: row.actorName,
    kind: row.kind === "PASS" ? "passed" : "returned",
    revisionNo: row.revision.no,
    contentHash: row.contentHash,
    steps: [labels.get(row.step) ?? row.step],
    words: row.opinion,
    items: row.items,
  };
}

function publicationEntry(row: {
  label: string;
  changeNote: string;
  publishedBy: string;
  publishedAt: Date;
  contentHash: string;
  revision: { no: number };
}): HistoryEntry {
  const { publishedAt: at, publishedBy: who, contentHash, label, changeNote } = row;
  const words = [`版本 ${label}`, changeNote].filter(Boolean).join("：");
  const facts = { revisionNo: row.revision.no, contentHash, words };
  return { ...nothing, at, who, kind: "published", ...facts };
}

function stepLabels(plans: PlanDefinition[]): Map<string, string> {
  const steps = plans.flatMap((plan) => plan.stages.flatMap((stage) => stage.steps));
  return new Map(steps.map((step) => [step.key, step.label]));
}

/** Decisions made in one act (审 and 校 of a level) are one entry. */
function merged(entries: HistoryEntry[]): HistoryEntry[] {
  const acts = new Map<string, HistoryEntry>();
  for (const entry of entries) {
    const act = `${entry.kind} ${entry.who} ${entry.at.toISOString()}`;
    const known = acts.get(act);
    const items = [...(known?.items ?? []), ...entry.items];
    acts.set(act, { ...entry, steps: [...(known?.steps ?? []), ...entry.steps], items });
  }
  return [...acts.values()];
}
