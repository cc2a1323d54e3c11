import { stageOf } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import type { ReviewState } from "@/lib/reviews/schema";

/** A person before a step: himself, and for whom he acts. */
export interface Person {
  userId: string;
  forId?: string | null;
}

/** Whom a person's act binds. */
export function idsOf({ userId, forId }: Person): string[] {
  return forId ? [userId, forId] : [userId];
}

/** Whether one person may not stand on both steps: two levels, or 审 and 校 where they are apart. */
export function clash(one: PlanStep, other: PlanStep, state: ReviewState): boolean {
  const { constraints } = state.plan;
  const [here, there] = [stageOf(state.plan, one), stageOf(state.plan, other)];
  if (here.key === there.key) {
    const mixed = (one.kind === "proof") !== (other.kind === "proof");
    return mixed && constraints.separateProof && !isOverridden("separateProof", state);
  }
  const apart = constraints.distinctLevels && !isOverridden("distinctLevels", state);
  return apart && here.distinct && there.distinct;
}

/** Steps on which each person stands. */
export type Taken = Map<string, PlanStep[]>;

export function stand(taken: Taken, id: string, step: PlanStep): void {
  taken.set(id, [...(taken.get(id) ?? []), step]);
}

/** Tries all ways to give people to the steps; the step at which the furthest one fails. */
export function firstUnassigned(
  able: Map<PlanStep, Person[]>,
  before: Taken,
  state: ReviewState,
): PlanStep[] {
  const open = [...able].toSorted(([, a], [, b]) => a.length - b.length);
  let deepest = 0;
  const assign = (index: number, taken: Taken): boolean => {
    deepest = Math.max(deepest, index);
    const [step, people] = open[index] ?? [];
    if (!step || !people) return true;
    const isFree = (id: string) => !taken.get(id)?.some((other) => clash(other, step, state));
    const groups = step.policy === "all" ? [people] : people.map((person) => [person]);
    return groups.some((group) => {
      const ids = group.flatMap(idsOf);
      if (!ids.every(isFree)) return false;
      const next = new Map(taken);
      for (const id of ids) stand(next, id, step);
      return assign(index + 1, next);
    });
  };
  return assign(0, before) ? [] : open.slice(deepest, deepest + 1).map(([step]) => step);
}

/** Whether an override of a guard stands for the text in hand. */
export function isOverridden(guard: string, state: Pick<ReviewState, "overrides">): boolean {
  return state.overrides.some((override) => override.guard === guard);
}
