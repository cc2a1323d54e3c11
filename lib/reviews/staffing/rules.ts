import { absentPeople, candidates, unfillableSteps } from "@/lib/reviews/people/rules";
import { stepRoles } from "@/lib/reviews/plan-words/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import type { Holder, ReviewState } from "@/lib/reviews/schema";

/**
 * What a bureau's people cannot fill of a plan, a sentence each with what to do; empty when some
 * drafter's report could go through. The same search decides at the submission.
 */
export function planWarnings(plan: PlanDefinition, holders: Holder[]): string[] {
  const warnings = [...unfilled(plan, holders), ...absences(plan, holders), ...ownWork(plan)];
  return [...new Set(warnings)];
}

function unfilled(plan: PlanDefinition, holders: Holder[]): string[] {
  const own = holders.filter((holder) => holder.role === "DRAFTER" && holder.forId === null);
  const drafters = [...new Set(own.map((holder) => holder.userId))];
  if (!drafters.length) return ["本单位没有拟稿人，没有人可以起草和送审，请先补充人员。"];
  const tries = drafters.map((drafter) => {
    const state = stateOf(plan, drafter);
    return unfillableSteps(state, holders).map((step) => reasonFor(step, state, holders));
  });
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** The first round of a text that one person drafted. */
function stateOf(plan: PlanDefinition, drafter: string): ReviewState {
  const none = { decisions: [], amendments: [], overrides: [], handovers: [] };
  return { plan, roundNo: 1, hashes: {}, drafters: [drafter], ...none };
}

function reasonFor(step: PlanStep, state: ReviewState, holders: Holder[]): string {
  const able = candidates(step, state, holders);
  const who = step.persons.length ? "指定的人员" : rankOf(step);
  if (!able.length) {
    return `“${step.label}”没有人可以承担：没有拟稿人以外的${who}。请补充人员，或者改由其他人承担。`;
  }
  if (step.policy === "all" && absentPeople(step, able).length) {
    return `“${step.label}”要每个人都通过，指定的人员没有到齐。请换人，或者改为任一人通过。`;
  }
  return `“${step.label}”没有另外的人可以承担：合适的人已经承担别的环节。请补充人员，或者放宽本流程的限制。`;
}

/** 第 2 级审核人 */
function rankOf({ role, level }: PlanStep): string {
  return `${level === null ? "" : `第 ${level} 级`}${stepRoles[role]}`;
}

/** People named who no longer hold the role that the step asks for. */
function absences(plan: PlanDefinition, holders: Holder[]): string[] {
  return planSteps(plan).flatMap((step) => {
    const inOffice = holders.filter((holder) => holder.role === step.role);
    return absentPeople(step, inOffice).map(
      ({ name }) =>
        `“${step.label}”指定的${name}现在没有${stepRoles[step.role]}的职责，不能承担。请换人。`,
    );
  });
}

function ownWork({ constraints }: PlanDefinition): string[] {
  if (constraints.notDrafter) return [];
  return [
    "本流程允许拟稿人审核自己起草的稿件，审核就没有第二双眼睛。建议勾选“拟稿人不审核自己的稿件”。",
  ];
}

/**
 * The plan with the names that the installation has for the people whom its steps name, and nobody
 * asked yet: that is written when a round opens. Steps that name a stranger as reasons.
 */
export function withNames(
  plan: PlanDefinition,
  names: Map<string, string>,
): { plan: PlanDefinition; reasons: string[] } {
  const strange = planSteps(plan).filter((step) => step.persons.some(({ id }) => !names.has(id)));
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => ({
      ...step,
      asked: [],
      persons: step.persons.map(({ id }) => ({ id, name: names.get(id) ?? "" })),
    })),
  }));
  const reasons = strange.map(({ label }) => `“${label}”指定的人员不在本单位，请重新选择。`);
  return { plan: { ...plan, stages }, reasons };
}
