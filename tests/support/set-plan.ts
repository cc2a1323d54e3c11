import { db } from "@/lib/db";
import { canonical } from "@/lib/format/hash";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";

/** A plan of its own for a bureau, for the rounds that open from now on. */
export async function setPlan(bureau: string, plan: PlanDefinition): Promise<void> {
  const version = { no: 1, definition: canonical(plan), publishedAt: new Date() };
  const code = `plan-${Math.random().toString(36).slice(2)}`;
  const data = { code, name: plan.name, versions: { create: version } };
  const { id } = await db.reviewPlan.create({ data, select: { id: true } });
  await db.bureau.update({ where: { code: bureau }, data: { planId: id } });
}
