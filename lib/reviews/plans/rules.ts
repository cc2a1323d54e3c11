import type {
  ChecklistItem,
  PlanDefinition,
  PlanStage,
  PlanStep,
} from "@/lib/reviews/plans/schema";

/** All steps of a plan in their order. */
export function planSteps(plan: PlanDefinition): PlanStep[] {
  return plan.stages.flatMap((stage) => stage.steps);
}

/** The stage that a step stands in. @throws for a step of another plan */
export function stageOf(plan: PlanDefinition, step: PlanStep): PlanStage {
  const stage = plan.stages.find(({ steps }) => steps.some(({ key }) => key === step.key));
  if (!stage) throw new Error(`Plan ${plan.name} has no step ${step.key}`);
  return stage;
}

/** 审核清单 of some steps as people read it: 五关, 三性, and what a bureau added. */
export interface ChecklistGroup {
  label: string;
  items: ChecklistItem[];
}

/** The checklists of steps taken in one act, each item once; a sole proofreader has 文字关 alone. */
export function checklistGroups(steps: PlanStep[]): ChecklistGroup[] {
  const items = [...new Map(steps.flatMap((s) => s.checklist).map((i) => [i.key, i])).values()];
  return ["五关", "三性", "其他"]
    .map((label) => ({ label, items: items.filter((item) => groupOf(item) === label) }))
    .filter((group) => group.items.length > 0);
}

function groupOf({ label }: ChecklistItem): string {
  if (label.endsWith("关")) return "五关";
  return label.endsWith("性") ? "三性" : "其他";
}
