import type { PlanDefinition, PlanStage, PlanStep } from "@/lib/reviews/plans/schema";

export type Hashes = Record<string, string>;

/** 意见, as far as the rules look at it. */
export interface DecisionFact {
  id: string;
  roundNo: number;
  step: string;
  kind: "PASS" | "RETURN";
  actorId: string;
  actorName: string;
  /** Section hashes that were judged. */
  hashes: Hashes;
  opinion: string;
  /** ISO time. */
  at: string;
  items: { section: string; cell: string | null; words: string }[];
}

/** A role that a person of the bureau holds now. */
export interface Holder {
  userId: string;
  name: string;
  role: string;
  level: number | null;
}

export interface ReviewState {
  plan: PlanDefinition;
  roundNo: number;
  hashes: Hashes;
  /** Since the last publication, oldest first. */
  decisions: DecisionFact[];
  drafters: string[];
}

/** Sections that a step judges, out of those the report has. */
export function scopeOf(step: PlanStep, hashes: Hashes): string[] {
  return step.scope === "all" ? Object.keys(hashes) : step.scope;
}

/**
 * Passes that count for a step now: given after its last return, by nobody who
 * drafted, and naming the very hashes that the sections of its scope have.
 */
export function countedPasses(step: PlanStep, state: ReviewState): DecisionFact[] {
  const own = state.decisions.filter((d) => d.step === step.key);
  const lastReturn = own.findLastIndex((d) => d.kind === "RETURN");
  return own
    .slice(lastReturn + 1)
    .filter((d) => !state.plan.constraints.restart || d.roundNo === state.roundNo)
    .filter((d) => !state.plan.constraints.notDrafter || !state.drafters.includes(d.actorId))
    .filter((d) => scopeOf(step, state.hashes).every((key) => d.hashes[key] === state.hashes[key]));
}

export function isSatisfied(step: PlanStep, state: ReviewState, holders: Holder[]): boolean {
  const passed = new Set(countedPasses(step, state).map((d) => d.actorId));
  if (step.policy === "any") return passed.size > 0;
  const asked = candidates(step, state, holders);
  return asked.length > 0 && asked.every((userId) => passed.has(userId));
}

/** The first stage with an unsatisfied step; null when the plan is fulfilled. */
export function currentStage(state: ReviewState, holders: Holder[]): PlanStage | null {
  const open = (stage: PlanStage) => stage.steps.some((s) => !isSatisfied(s, state, holders));
  return state.plan.stages.find(open) ?? null;
}

export function openSteps(state: ReviewState, holders: Holder[]): PlanStep[] {
  const stage = currentStage(state, holders);
  return stage ? stage.steps.filter((step) => !isSatisfied(step, state, holders)) : [];
}

/** The state once a person's passes of these steps stand too. */
export function withPasses(
  state: ReviewState,
  steps: PlanStep[],
  person: { userId: string; name: string },
  now: Date,
): ReviewState {
  const passes = steps.map(
    (step): DecisionFact => ({
      id: step.key,
      roundNo: state.roundNo,
      step: step.key,
      kind: "PASS",
      actorId: person.userId,
      actorName: person.name,
      hashes: state.hashes,
      opinion: "",
      at: now.toISOString(),
      items: [],
    }),
  );
  return { ...state, decisions: [...state.decisions, ...passes] };
}

/** People who may take an open step now, each once. */
export function peopleAsked(state: ReviewState, holders: Holder[]): Holder[] {
  const people = openSteps(state, holders).flatMap((step) =>
    holders.filter((h) => mayHold(h, step) && !constraintReasons(h.userId, step, state).length),
  );
  return [...new Map(people.map((holder) => [holder.userId, holder])).values()];
}

/** The round whose text a person last judged (`own`), else the one before this; null without. */
export function seenRound(
  { decisions, roundNo }: ReviewState,
  userId: string,
): { no: number; own: boolean } | null {
  const own = decisions.findLast((decision) => decision.actorId === userId);
  if (own) return { no: own.roundNo, own: true };
  return roundNo > 1 ? { no: roundNo - 1, own: false } : null;
}

/** Whether a role is the one that a step asks for; a role without level may take any level. */
export function mayHold(holder: { role: string; level: number | null }, step: PlanStep): boolean {
  return holder.role === step.role && (holder.level === null || holder.level === step.level);
}

/** Constraints of the plan that keep a person from judging a step, in Chinese. */
export function constraintReasons(userId: string, step: PlanStep, state: ReviewState): string[] {
  const reasons: string[] = [];
  const { constraints, stages } = state.plan;
  if (constraints.notDrafter && state.drafters.includes(userId)) {
    reasons.push("您参与了本稿的起草，不能审核自己的稿件，请由其他审核人处理。");
  }
  const other = stages.find(
    (stage) =>
      stage.level !== step.level &&
      stage.steps.some((s) => countedPasses(s, state).some((d) => d.actorId === userId)),
  );
  if (constraints.distinctLevels && other) {
    reasons.push(`您已经通过了本稿的${other.label}，同一人不能承担两个层级，请由其他审核人处理。`);
  }
  return reasons;
}

/**
 * Steps that nobody, or nobody *different*, can take: a person (all its people where
 * all must pass) is given to each open step so that nobody stands on two levels and
 * no drafter judges. Empty when the plan can be fulfilled.
 */
export function unfillableSteps(state: ReviewState, holders: Holder[]): PlanStep[] {
  const steps = state.plan.stages.flatMap((stage) => stage.steps);
  const levels = new Map<string, number>();
  for (const step of steps) {
    for (const pass of countedPasses(step, state)) levels.set(pass.actorId, step.level);
  }
  const able = (step: PlanStep) => candidates(step, state, holders);
  const open = steps
    .filter((step) => !isSatisfied(step, state, holders))
    .toSorted((a, b) => able(a).length - able(b).length);
  const missing = open.filter((step) => able(step).length === 0);
  if (missing.length) return missing;
  let deepest = 0;
  const assign = (index: number, taken: Map<string, number>): boolean => {
    deepest = Math.max(deepest, index);
    const step = open[index];
    if (!step) return true;
    const isFree = (userId: string) =>
      !state.plan.constraints.distinctLevels || (taken.get(userId) ?? step.level) === step.level;
    const groups = step.policy === "all" ? [able(step)] : able(step).map((userId) => [userId]);
    return groups.some((group) => {
      const held = group.map((userId): [string, number] => [userId, step.level]);
      return group.every(isFree) && assign(index + 1, new Map([...taken, ...held]));
    });
  };
  return assign(0, levels) ? [] : open.slice(deepest, deepest + 1);
}

function candidates(step: PlanStep, state: ReviewState, holders: Holder[]): string[] {
  const barred = state.plan.constraints.notDrafter ? state.drafters : [];
  const able = holders.filter((h) => mayHold(h, step) && !barred.includes(h.userId));
  return [...new Set(able.map((holder) => holder.userId))];
}
