import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fromContent, getFormat } from "@/lib/format/content";
import { listSummaries } from "@/lib/reports/facts/queries";
import type { ReportRecord, ReportSummary } from "@/lib/reports/facts/schema";
import { getHistory } from "@/lib/reports/history/queries";
import { getPreview } from "@/lib/reports/previews/queries";
import { changesBetween } from "@/lib/reports/revisions/rules";
import { reviewState } from "@/lib/reports/rules";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions } from "@/lib/reports/workflow";
import { signedStep } from "@/lib/reviews/decisions/rules";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { offeredPhrases } from "@/lib/reviews/phrases/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { currentStage, seenText } from "@/lib/reviews/rules";
import type { DoneItem, QueueItem, SeenComparison } from "@/lib/reviews/schema";

const DONE_SHOWN = 50;

/** 待办, 在途 and 已办 of the actor, by the one evaluator. */
export async function getQueue(actor: Actor, now: Date) {
  const summaries = await listSummaries(actor, ["IN_REVIEW"], now);
  const asked = summaries.map((report) => ({ report, passes: passesOf(report, actor) }));
  const waiting = asked.filter(({ passes }) => passes.length > 0);
  const underway = asked.filter(({ report, passes }) => !passes.length && isMine(report, actor));
  return {
    waiting: waiting.map(itemOf),
    underway: underway.map(itemOf),
    done: await listDone(actor),
  };
}

function passesOf(report: ReportSummary, actor: Actor): AvailableAction[] {
  return availableActions(report, actor).filter(
    (action) => action.event === "pass" && action.allowed,
  );
}

function isMine(report: ReportSummary, actor: Actor): boolean {
  const decided = report.decisions.some((d) => d.actorId === actor.userId);
  return decided || report.round?.openedById === actor.userId;
}

function itemOf({
  report,
  passes,
}: {
  report: ReportSummary;
  passes: AvailableAction[];
}): QueueItem {
  const { id, bureauName, year, draft, round } = report;
  const state = reviewState(report);
  return {
    id,
    bureauName,
    year,
    draft,
    revisionNo: round?.revisionNo ?? 0,
    roundNo: round?.no ?? 0,
    stage: (state && currentStage(state)?.label) ?? null,
    confirms: passes.length > 0 && passes.every((action) => action.confirms),
    submittedBy: round?.openedByName ?? "",
    submittedAt: round?.openedAt ?? "",
  };
}

/** The actor's newest acts. */
async function listDone(actor: Actor): Promise<DoneItem[]> {
  const decisions = await db.decision.findMany({
    where: { actorId: actor.userId },
    orderBy: [{ at: "desc" }, { step: "desc" }],
    take: DONE_SHOWN,
    select: {
      step: true,
      kind: true,
      opinion: true,
      at: true,
      paperId: true,
      round: { select: { no: true, plan: true } },
      revision: { select: { no: true } },
      report: { select: { id: true, year: true, bureau: { select: { name: true } } } },
    },
  });
  const acts = new Map<string, DoneItem>();
  for (const { step, paperId, round, revision, report, ...words } of decisions) {
    const act = `${report.id} ${round.no} ${words.kind} ${words.at.toISOString()}`;
    const label = signedStep(stepLabel(JSON.parse(round.plan), step), { paperId });
    const steps = [...(acts.get(act)?.steps ?? []), label];
    const { id, year, bureau } = report;
    const place = { id, year, bureauName: bureau.name };
    acts.set(act, { ...place, revisionNo: revision.no, roundNo: round.no, ...words, steps });
  }
  return [...acts.values()];
}

function stepLabel(plan: PlanDefinition, key: string): string {
  return planSteps(plan).find((step) => step.key === key)?.label ?? key;
}

/**
 * Everything the review page shows: the report as it would be published, what
 * changed since the actor last judged it (null when there is nothing to compare
 * with), its history, and the 常用意见 that the actor may pick from. Five statements.
 * @throws NOT_FOUND behind the wall and for nothing alike
 */
export async function getReviewPage(actor: Actor, id: string, now: Date) {
  const [preview, history, kept] = await Promise.all([
    getPreview(actor, id, now),
    getHistory(actor, id),
    listPhrases(actor),
  ]);
  const comparison = await compareWithSeen(preview.record, actor);
  return { ...preview, history, phrases: offeredPhrases(kept), comparison };
}

async function compareWithSeen(record: ReportRecord, actor: Actor): Promise<SeenComparison | null> {
  const state = reviewState(record);
  const seen = state && seenText(state, actor.userId);
  if (!seen) return null;
  const select = { revision: { select: { no: true, content: true } } } as const;
  const { revision } = seen.own
    ? await db.decision.findUniqueOrThrow({ where: { id: seen.decisionId }, select })
    : await db.round.findUniqueOrThrow({
        where: { reportId_no: { reportId: record.id, no: seen.roundNo } },
        select,
      });
  const before = fromContent(JSON.parse(revision.content));
  const changes = changesBetween(getFormat(record.identity.format), before, record.sections);
  return { revisionNo: revision.no, own: seen.own, changes };
}
