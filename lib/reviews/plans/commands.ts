import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { AuditType } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { canonical } from "@/lib/format/hash";
import { listHolders } from "@/lib/reviews/people/queries";
import { planProblems, planSteps, planUses } from "@/lib/reviews/plans/rules";
import type { NewPlanInput, PlanDefinition } from "@/lib/reviews/plans/schema";
import { withNames } from "@/lib/reviews/staffing/rules";
import {
  getKeptBureau,
  lockOwnPlan,
  lockPlan,
  type OwnPlan,
} from "@/lib/reviews/stored-plans/queries";
import { workingPlan } from "@/lib/reviews/stored-plans/rules";
import { Prisma } from "@/prisma/generated/client";

/** More own plans than this are kept by no bureau. */
const MAX_PLANS = 50;

type Tx = Prisma.TransactionClient;

/**
 * A bureau's own plan as a copy of another; answers its id.
 * @throws NOT_FOUND (bureau or plan behind the wall), FORBIDDEN, CONFLICT (name taken, too many)
 */
export async function createPlan(
  actor: Actor,
  { bureau: code, from, name }: NewPlanInput,
  now: Date,
): Promise<string> {
  const bureau = await getKeptBureau(actor, code);
  return db.$transaction(async (tx) => {
    const source = await lockPlan(tx, actor, from);
    if (
      (await tx.reviewPlan.count({ where: { bureauId: bureau.id, deletedAt: null } })) >= MAX_PLANS
    ) {
      throw new AppError("CONFLICT", [`本单位的流程已有${MAX_PLANS}个，请先删除不用的。`]);
    }
    const draft = canonical({ ...workingPlan(source), name });
    const [plan] = await tx.reviewPlan.createManyAndReturn({
      data: [{ bureauId: bureau.id, name, draft, ...changedBy(actor, now) }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!plan) throw nameTaken(name);
    const data = { plan: name, copyOf: source.name };
    await audit(tx, actor, { chain: code, type: "plan-created", subject: plan.id, data }, now);
    return plan.id;
  });
}

/**
 * Saves what the next version would be; nothing that runs or is used changes by it. People named
 * keep the names that the installation has for them.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (an old version, a name taken), INVALID with all problems
 */
export async function savePlan(
  actor: Actor,
  { id, ifMatch, definition }: { id: string; ifMatch: number; definition: PlanDefinition },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const plan = await lockOwnPlan(tx, actor, id, ifMatch);
    const { plan: named, reasons } = withNames(definition, await knownNames(plan, now));
    const problems = [...planProblems(named), ...reasons];
    if (problems.length) throw new AppError("INVALID", problems);
    const text = canonical(named);
    const draft = plan.versions[0]?.definition === text ? null : text;
    await tx.reviewPlan
      .update({
        where: { id },
        data: { name: named.name, draft, version: { increment: 1 }, ...changedBy(actor, now) },
        select: { id: true },
      })
      .catch(refuseTakenName(named.name));
  });
}

/** The names of the bureau's people, and of those who stood in the plan before. */
async function knownNames(plan: OwnPlan, now: Date): Promise<Map<string, string>> {
  const holders = await listHolders([plan.bureauId], now);
  const before = planSteps(workingPlan(plan)).flatMap((step) => step.persons);
  const present = holders.get(plan.bureauId) ?? [];
  return new Map([
    ...before.map(({ id, name }) => [id, name] as const),
    ...present.map(({ userId, name }) => [userId, name] as const),
  ]);
}

/**
 * Publishes the draft as the next version. Rounds that run keep theirs.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (an old version, nothing to publish), INVALID
 */
export async function publishPlan(
  actor: Actor,
  { id, ifMatch }: { id: string; ifMatch: number },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const plan = await lockOwnPlan(tx, actor, id, ifMatch);
    if (plan.draft === null) throw new AppError("CONFLICT", ["没有未发布的改动，不用再发布。"]);
    const problems = planProblems(workingPlan(plan));
    if (problems.length) throw new AppError("INVALID", problems);
    const no = (plan.versions[0]?.no ?? 0) + 1;
    const by = { publishedAt: now, publishedById: actor.userId, publishedByName: actor.name };
    await tx.reviewPlanVersion.create({
      data: { planId: id, no, definition: plan.draft, ...by },
      select: { id: true },
    });
    await tx.reviewPlan.update({
      where: { id },
      data: { draft: null, version: { increment: 1 }, ...changedBy(actor, now) },
      select: { id: true },
    });
    const data = { plan: plan.name, planVersion: no };
    await audit(tx, actor, { chain: plan.chain, type: "plan-published", subject: id, data }, now);
  });
}

/**
 * 选用: the bureau's next first rounds run under the plan's newest version.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (used already, or never published)
 */
export async function choosePlan(
  actor: Actor,
  { id, bureau: code }: { id: string; bureau: string },
  now: Date,
): Promise<void> {
  const bureau = await getKeptBureau(actor, code);
  await db.$transaction(async (tx) => {
    const plan = await lockPlan(tx, actor, id);
    const isOthers = plan.bureauId !== null && plan.bureauId !== bureau.id;
    if (isOthers) throw new AppError("CONFLICT", ["这是别的单位的流程，请复制一份再选用。"]);
    const [newest] = plan.versions;
    if (!newest) throw new AppError("CONFLICT", ["这个流程还没有发布过，请先发布再选用。"]);
    const { count } = await tx.bureau.updateMany({
      where: { id: bureau.id, planId: { not: id } },
      data: { planId: id },
    });
    if (!count) throw new AppError("CONFLICT", ["本单位已经在用这个流程。"]);
    const data = { plan: plan.name, planVersion: newest.no };
    await audit(tx, actor, { chain: code, type: "plan-chosen", subject: id, data }, now);
  });
}

/**
 * Takes a plan out of every list; its versions stay, as everything published does.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT where a bureau uses it or a round ran under it
 */
export async function deletePlan(actor: Actor, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const plan = await lockOwnPlan(tx, actor, id);
    const users = await tx.bureau.findMany({ where: { planId: id }, select: { name: true } });
    const rounds = await tx.round.count({ where: { planVersion: { planId: id } } });
    const uses = planUses(
      users.map((bureau) => bureau.name),
      rounds,
    );
    if (uses.length) throw new AppError("CONFLICT", uses);
    await tx.reviewPlan.update({
      where: { id },
      data: { deletedAt: now, deletedById: actor.userId },
      select: { id: true },
    });
    const data = { plan: plan.name };
    await audit(tx, actor, { chain: plan.chain, type: "plan-deleted", subject: id, data }, now);
  });
}

function changedBy(actor: Actor, now: Date) {
  return { changedById: actor.userId, changedByName: actor.name, changedAt: now };
}

function nameTaken(name: string): AppError {
  return new AppError("CONFLICT", [`本单位已经有一个流程叫“${name}”，请换一个名称。`]);
}

function refuseTakenName(name: string) {
  return (error: unknown): never => {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    throw isTaken ? nameTaken(name) : error;
  };
}

interface Fact {
  chain: string;
  type: AuditType;
  subject: string;
  data: Record<string, unknown>;
}

function audit(tx: Tx, actor: Actor, fact: Fact, now: Date): Promise<void> {
  return appendAudit(tx, { ...fact, actor: { id: actor.userId, name: actor.name } }, now);
}
