import "server-only";
import type { AuditType } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/actor";
import { canonical } from "@/lib/format/hash";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { type RoundFact, reviewState } from "@/lib/reports/rules";
import { candidates } from "@/lib/reviews/people/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import type { ReviewState } from "@/lib/reviews/schema";
import { readPlan } from "@/lib/reviews/stored-plans/rules";
import type { Prisma } from "@/prisma/generated/client";
import type { DraftState, RoundOutcome } from "@/prisma/generated/enums";

/** An event on its way through the one write path: the report's row is locked, the actor checked. */
export interface Scene {
  tx: Prisma.TransactionClient;
  actor: Actor;
  record: ReportRecord;
  input: EventInput;
  now: Date;
}

/** What an event leaves behind besides its own facts. */
export interface Outcome {
  /** Lane afterwards; null where it stays. */
  lane: DraftState | null;
  /** The text changed without the lane: the version grows all the same. */
  changed?: boolean;
  audit: AuditType;
  data: Record<string, unknown>;
}

/** The latest round of a report. @throws without one */
export function roundOf(record: ReportRecord): RoundFact {
  if (!record.round) throw new Error(`Report ${record.id} has no round`);
  return record.round;
}

/** The state of the latest round. @throws without one */
export function stateOf(record: ReportRecord): ReviewState {
  const state = reviewState(record);
  if (!state) throw new Error(`Report ${record.id} has no round`);
  return state;
}

export interface NewRound {
  record: ReportRecord;
  no: number;
  /** Plan of the round before, to go on under; without it the bureau's plan as it stands now. */
  pinned: { planVersionId: string; plan: PlanDefinition } | null;
  revisionId: string;
}

/** Opens a round with its own copy of the plan; who all must pass is written into it by name. */
export async function openRound(
  tx: Prisma.TransactionClient,
  actor: Actor,
  round: NewRound,
  now: Date,
): Promise<string> {
  const { record, no, pinned, revisionId } = round;
  const { planVersionId, plan } = pinned ?? (await currentPlan(tx, record.bureauId));
  const by = { openedById: actor.userId, openedByName: actor.name, openedAt: now };
  const named = withNames(plan, record, no);
  const created = await tx.round.create({
    data: { reportId: record.id, no, planVersionId, plan: canonical(named), revisionId, ...by },
    select: { id: true },
  });
  return created.id;
}

async function currentPlan(tx: Prisma.TransactionClient, bureauId: string) {
  const version = await tx.reviewPlanVersion.findFirstOrThrow({
    where: { plan: { bureaus: { some: { id: bureauId } } } },
    orderBy: { no: "desc" },
    select: { id: true, definition: true },
  });
  return { planVersionId: version.id, plan: readPlan(version.definition) };
}

function withNames(plan: PlanDefinition, record: ReportRecord, roundNo: number): PlanDefinition {
  const { hashes, decisions, drafters, amendments, overrides, holders } = record;
  const facts = { hashes, decisions, drafters, amendments, overrides, handovers: [] };
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => {
      if (step.policy === "any") return step;
      const people = candidates(step, { plan, roundNo, ...facts }, holders);
      return { ...step, asked: people.map(({ userId, name }) => ({ id: userId, name })) };
    }),
  }));
  return { ...plan, stages };
}

export async function closeRound(
  tx: Prisma.TransactionClient,
  roundId: string,
  outcome: RoundOutcome,
  now: Date,
): Promise<void> {
  await tx.round.update({ where: { id: roundId }, data: { closedAt: now, outcome } });
}
