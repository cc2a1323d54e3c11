import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canonical } from "@/lib/format/hash";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { type Hashes, scopeOf } from "@/lib/reviews/rules";
import type { Prisma } from "@/prisma/generated/client";
import type { DecisionKind, RoundOutcome } from "@/prisma/generated/enums";

export interface Judgement {
  reportId: string;
  round: { id: string; revisionId: string };
  contentHash: string;
  hashes: Hashes;
  kind: DecisionKind;
  steps: PlanStep[];
  opinion: string;
  checklist: string[];
  proofErrors: Record<string, number>;
  items: { section: string; cell?: string | null; words: string }[];
}

/** Appends one decision per step, each naming the hashes of its scope; items go with the first. */
export async function writeDecisions(
  tx: Prisma.TransactionClient,
  actor: Actor,
  judgement: Judgement,
  now: Date,
): Promise<void> {
  const { reportId, round, contentHash, hashes, kind, opinion } = judgement;
  const decisions = judgement.steps.map((step) => ({
    reportId,
    roundId: round.id,
    revisionId: round.revisionId,
    step: step.key,
    kind,
    actorId: actor.userId,
    actorName: actor.name,
    contentHash,
    hashes: canonical(Object.fromEntries(scopeOf(step, hashes).map((key) => [key, hashes[key]]))),
    opinion,
    checklist: step.checklist
      .map((item) => item.key)
      .filter((key) => judgement.checklist.includes(key)),
    proofErrors: step.kind === "proof" ? judgement.proofErrors : {},
    at: now,
  }));
  const [first] = await tx.decision.createManyAndReturn({ data: decisions, select: { id: true } });
  if (!first || !judgement.items.length) return;
  await tx.returnItem.createMany({
    data: judgement.items.map(({ section, cell, words }) => ({
      decisionId: first.id,
      section,
      cell: cell ?? null,
      words,
    })),
  });
}

export interface NewRound {
  reportId: string;
  no: number;
  bureauId: string;
  /** Plan of the round before, to go on under; without it the bureau's plan as it stands now. */
  pinned: { planVersionId: string; plan: string } | null;
  revisionId: string;
}

/** Opens a round with its own copy of the plan. */
export async function openRound(
  tx: Prisma.TransactionClient,
  actor: Actor,
  round: NewRound,
  now: Date,
): Promise<string> {
  const { reportId, no, bureauId, pinned, revisionId } = round;
  const plan = pinned ?? (await currentPlan(tx, bureauId));
  const by = { openedById: actor.userId, openedByName: actor.name, openedAt: now };
  const created = await tx.round.create({
    data: { reportId, no, ...plan, revisionId, ...by },
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
  return { planVersionId: version.id, plan: version.definition };
}

export async function closeRound(
  tx: Prisma.TransactionClient,
  roundId: string,
  outcome: RoundOutcome,
  now: Date,
): Promise<void> {
  await tx.round.update({ where: { id: roundId }, data: { closedAt: now, outcome } });
}
