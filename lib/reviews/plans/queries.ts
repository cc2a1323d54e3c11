import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { readableBureaus } from "@/lib/reports/policy";
import { listHolders } from "@/lib/reviews/people/queries";
import { keepsPlansOf, mayEditPlan, visiblePlans } from "@/lib/reviews/plans/policy";
import { planUses } from "@/lib/reviews/plans/rules";
import type { PlanBureau, PlanItem, PlanPerson, PlanView } from "@/lib/reviews/plans/schema";
import type { Holder } from "@/lib/reviews/schema";
import { planWarnings } from "@/lib/reviews/staffing/rules";
import { workingPlan } from "@/lib/reviews/stored-plans/rules";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  bureauId: true,
  name: true,
  draft: true,
  version: true,
  changedByName: true,
  changedAt: true,
  bureau: { select: { code: true } },
  versions: {
    orderBy: { no: "desc" },
    select: {
      no: true,
      definition: true,
      publishedAt: true,
      publishedByName: true,
      _count: { select: { rounds: true } },
    },
  },
} satisfies Prisma.ReviewPlanSelect;

/** Ready-made plans first, then those of the actor's bureaus, each as it stands. */
export async function listPlans(actor: Actor): Promise<PlanItem[]> {
  const rows = await db.reviewPlan.findMany({
    where: visiblePlans(actor),
    orderBy: [{ bureauId: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: {
      ...shown,
      bureaus: {
        where: { id: { in: readableBureaus(actor) } },
        orderBy: { position: "asc" },
        select: { name: true },
      },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    bureau: row.bureau?.code ?? null,
    stages: workingPlan(row).stages.map((stage) => stage.label),
    no: row.versions[0]?.no ?? null,
    hasDraft: row.draft !== null,
    usedBy: row.bureaus.map((bureau) => bureau.name),
  }));
}

/** Bureaus whose plans the actor keeps. */
export async function listKeptBureaus(actor: Actor): Promise<{ bureau: string; name: string }[]> {
  const kept = readableBureaus(actor).filter((id) => keepsPlansOf(actor, id));
  const rows = await db.bureau.findMany({
    where: { id: { in: kept } },
    orderBy: { position: "asc" },
    select: { code: true, name: true },
  });
  return rows.map(({ code, name }) => ({ bureau: code, name }));
}

/** One plan with all that its page shows. @throws NOT_FOUND behind the wall too */
export async function getPlan(actor: Actor, id: string, now: Date): Promise<PlanView> {
  const where = { id, ...visiblePlans(actor) };
  const row = await db.reviewPlan.findFirst({ where, select: shown });
  if (!row) throw notFoundError();
  const { bureau, draft, versions, bureauId, changedAt, ...rest } = row;
  const definition = workingPlan(row);
  const ids = bureauId ? [bureauId] : readableBureaus(actor);
  const holders = await listHolders(ids, now);
  const bureaus = await db.bureau.findMany({
    where: { id: { in: ids } },
    orderBy: { position: "asc" },
    select: { id: true, code: true, name: true, planId: true },
  });
  const mayEdit = mayEditPlan(actor, row);
  const rounds = versions.reduce((sum, version) => sum + version._count.rounds, 0);
  const users = bureaus.filter((one) => one.planId === id).map((one) => one.name);
  return {
    ...rest,
    bureau: bureau?.code ?? null,
    definition,
    hasDraft: draft !== null,
    changedAt: changedAt?.toISOString() ?? null,
    versions: versions.map(({ no, publishedAt, publishedByName }) => ({
      no,
      publishedAt: publishedAt.toISOString(),
      publishedByName,
    })),
    mayEdit,
    inUse: planUses(users, rounds),
    bureaus: bureaus.map(
      (one): PlanBureau => ({
        bureau: one.code,
        bureauName: one.name,
        uses: one.planId === id,
        mayChoose: keepsPlansOf(actor, one.id) && versions.length > 0 && one.planId !== id,
        warnings: planWarnings(definition, holders.get(one.id) ?? []),
      }),
    ),
    people: mayEdit ? [...holders.values()].flatMap(namable) : [],
  };
}

/** Roles that people hold of their own; a deputy is nobody whom a plan could name. */
function namable(holders: Holder[]): PlanPerson[] {
  return holders
    .filter((holder) => holder.forId === null)
    .map(({ userId, name, role, level }) => ({ id: userId, name, role, level }));
}
