import { hasOtherProofreader } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { passInRound, scopeOf, sectionsToConfirm } from "@/lib/reviews/rules";
import type { AmendmentFact, Holder, ReviewState } from "@/lib/reviews/schema";

/**
 * 改动确认: what reviewers changed since this person passed the steps; empty where one of them asks
 * for a full judgement.
 */
export function changesToConfirm(
  steps: PlanStep[],
  state: ReviewState,
  userId: string,
): AmendmentFact[] {
  const confirmed = steps.map((step) => sectionsToConfirm(step, state, userId));
  if (confirmed.some((sections) => !sections.length)) return [];
  const passed = steps.flatMap((step) => passInRound(step, state, userId)?.at ?? []);
  const since = Math.min(...passed.map((at) => Date.parse(at)));
  return state.amendments.filter(
    ({ section, at }) => confirmed.flat().includes(section) && Date.parse(at) > since,
  );
}

/** Sections that a person may change himself in these steps. */
export function amendableSections(
  steps: PlanStep[],
  state: ReviewState,
  { userId, holders }: { userId: string; holders: Holder[] },
): string[] {
  const judged = new Set(steps.flatMap((step) => scopeOf(step, state.hashes)));
  return [...judged].filter((section) => hasOtherProofreader(section, userId, state, holders));
}

/** Who confirms what a person changes in these steps, since they have passed before him. */
export function confirmersOf(state: ReviewState, userId: string): string[] {
  const passes = state.decisions.filter((d) => d.kind === "PASS" && d.roundNo === state.roundNo);
  return [...new Set(passes.filter((d) => d.actorId !== userId).map((d) => d.actorName))];
}
