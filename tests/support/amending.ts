import type { EventInput } from "@/lib/reports/events/schema";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { act, checklist } from "@/tests/support/demo";

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

/** The standard plan, whose reviewers may change the text themselves. */
export const editingPlan = withSteps(standardPlan, ({ kind }) => ({ mayEdit: kind === "review" }));

export const amended = ["改好的一段：下一步逐件核对公开属性。"];
export const changes: EventInput["changes"] = [{ section: "problems", paragraphs: amended }];
export const reason = "表述更准确。";

/** 领导直接改稿 and 审核通过 in one act. */
export function amendAndPass(account: string, id: string, other: Partial<EventInput> = {}) {
  return act(account, id, { event: "pass", checklist, changes, reason, ...other });
}

/** 改动确认: one tap, no ticks. */
export function confirm(account: string, id: string): Promise<void> {
  return act(account, id, { event: "pass" });
}
