import type { StepKind, StepRole } from "@/lib/reviews/plan-words/rules";
import { rolesOfKind } from "@/lib/reviews/plans/rules";
import type {
  ChecklistItem,
  PlanDefinition,
  PlanStage,
  PlanStep,
} from "@/lib/reviews/plans/schema";

/** Edits of a plan, each a new one; levels are numbered by their place. */

export function changeStage(
  plan: PlanDefinition,
  key: string,
  changes: Partial<PlanStage>,
): PlanDefinition {
  return withStages(
    plan,
    plan.stages.map((stage) => (stage.key === key ? { ...stage, ...changes } : stage)),
  );
}

export function changeStep(
  plan: PlanDefinition,
  key: string,
  changes: Partial<PlanStep>,
): PlanDefinition {
  const change = (step: PlanStep) => (step.key === key ? { ...step, ...changes } : step);
  return withStages(
    plan,
    plan.stages.map((stage) => ({ ...stage, steps: stage.steps.map(change) })),
  );
}

/** A level at the end, with one 审 in it. */
export function addStage(plan: PlanDefinition): PlanDefinition {
  const keys = plan.stages.map((stage) => stage.key);
  const stage = {
    key: freeKey("level", keys),
    label: "新的一级",
    level: 0,
    distinct: true,
    steps: [newStep(plan)],
  };
  return withStages(plan, [...plan.stages, stage]);
}

export function addStep(plan: PlanDefinition, stage: string): PlanDefinition {
  return withStages(
    plan,
    plan.stages.map((one) =>
      one.key === stage ? { ...one, steps: [...one.steps, newStep(plan)] } : one,
    ),
  );
}

export function removeStage(plan: PlanDefinition, key: string): PlanDefinition {
  return withStages(
    plan,
    plan.stages.filter((stage) => stage.key !== key),
  );
}

export function removeStep(plan: PlanDefinition, key: string): PlanDefinition {
  return withStages(
    plan,
    plan.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.filter((step) => step.key !== key),
    })),
  );
}

/** One place up (-1) or down (1). */
export function moveStage(plan: PlanDefinition, key: string, by: -1 | 1): PlanDefinition {
  const from = plan.stages.findIndex((stage) => stage.key === key);
  return withStages(plan, swapped(plan.stages, from, from + by));
}

/** One place up or down; over the edge of its level into the next one. */
export function moveStep(plan: PlanDefinition, key: string, by: -1 | 1): PlanDefinition {
  const at = plan.stages.findIndex((stage) => stage.steps.some((step) => step.key === key));
  const stage = plan.stages[at];
  const from = stage?.steps.findIndex((step) => step.key === key) ?? -1;
  const step = stage?.steps[from];
  if (!stage || !step) return plan;
  if (stage.steps[from + by]) {
    return changeStage(plan, stage.key, { steps: swapped(stage.steps, from, from + by) });
  }
  const next = plan.stages[at + by];
  if (!next) return plan;
  const left = changeStage(plan, stage.key, { steps: stage.steps.filter((one) => one !== step) });
  const steps = by === 1 ? [step, ...next.steps] : [...next.steps, step];
  return changeStage(left, next.key, { steps });
}

/** Whether a step can go that way at all. */
export function canMoveStep(plan: PlanDefinition, key: string, by: -1 | 1): boolean {
  const edge = by === -1 ? plan.stages[0]?.steps[0] : plan.stages.at(-1)?.steps.at(-1);
  return edge?.key !== key;
}

/** A step as another kind: what does not fit that kind goes back to what does. */
export function asKind(step: PlanStep, kind: StepKind): PlanStep {
  const isProof = kind === "proof";
  const bare = {
    ...step,
    kind,
    ownCheck: isProof && step.ownCheck,
    errorLimit: isProof ? step.errorLimit : null,
    mayEdit: kind !== "file" && step.mayEdit,
  };
  const [role = step.role] = bare.ownCheck ? (["DRAFTER"] as StepRole[]) : rolesOfKind[kind];
  return rolesOfKind[kind].includes(step.role) || bare.ownCheck ? bare : asRole(bare, role);
}

/** A step held by another role: the people named had the old one. */
export function asRole(step: PlanStep, role: StepRole): PlanStep {
  if (role === step.role) return step;
  return { ...step, role, persons: [], level: hasRank(role) ? step.level : null };
}

/** 自校, or the proofreader's again. */
export function asOwnCheck(step: PlanStep, ownCheck: boolean): PlanStep {
  const role = ownCheck ? "DRAFTER" : "PROOFREADER";
  return { ...asRole(step, role), ownCheck, mayEdit: !ownCheck && step.mayEdit };
}

/** Whether a role is held at a level. */
export function hasRank(role: StepRole): boolean {
  return role === "REVIEWER" || role === "PROOFREADER";
}

export function addItem(items: ChecklistItem[]): ChecklistItem[] {
  const keys = items.map((item) => item.key);
  return [...items, { key: freeKey("item", keys), label: "" }];
}

function newStep(plan: PlanDefinition): PlanStep {
  const keys = plan.stages.flatMap((stage) => stage.steps.map((step) => step.key));
  return {
    key: freeKey("step", keys),
    kind: "review",
    label: "新的环节",
    role: "REVIEWER",
    level: null,
    persons: [],
    policy: "any",
    asked: [],
    checklist: [],
    scope: "all",
    days: null,
    mayEdit: false,
    ownCheck: false,
    errorLimit: null,
  };
}

function withStages(plan: PlanDefinition, stages: PlanStage[]): PlanDefinition {
  return { ...plan, stages: stages.map((stage, index) => ({ ...stage, level: index + 1 })) };
}

function swapped<T>(list: T[], from: number, to: number): T[] {
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.with(from, other).with(to, one);
}

/** The first of name1, name2, … that is not taken. */
function freeKey(name: string, taken: string[]): string {
  let no = 1;
  while (taken.includes(`${name}${no}`)) no += 1;
  return `${name}${no}`;
}
