import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { canonical } from "@/lib/format/hash";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";

/** From now on the bureau reviews under this plan. */
export async function takePlan(bureau: string, plan: PlanDefinition): Promise<void> {
  const { id } = await db.bureau.findUniqueOrThrow({ where: { code: bureau } });
  const version = { no: 1, definition: canonical(plan), publishedAt: new Date() };
  const { id: planId } = await db.reviewPlan.create({
    data: { bureauId: id, name: randomUUID(), versions: { create: version } },
  });
  await db.bureau.update({ where: { id }, data: { planId } });
}

/** A plan with some of its steps otherwise. */
export function withSteps(
  plan: PlanDefinition,
  change: (step: PlanStep) => Partial<PlanStep>,
): PlanDefinition {
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({ ...step, ...change(step) })),
  }));
  return { ...plan, stages };
}
