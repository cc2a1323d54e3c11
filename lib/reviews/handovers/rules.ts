import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { currentStage, peopleAsked, withPasses } from "@/lib/reviews/rules";

/** Who has the report after an act. */
export interface Handover {
  /** 二审二校（复审）; null when the plan is fulfilled and the text 已审定. */
  stage: string | null;
  names: string[];
}

/** Who would have the report once a person passes these steps: the next people, else the publishers. */
export function handoverAfter(
  facts: ReportFacts,
  steps: PlanStep[],
  person: { userId: string; name: string },
  now: Date,
): Handover {
  const state = reviewState(facts);
  const after = state && withPasses(state, steps, person, now);
  const stage = after && currentStage(after, facts.holders);
  const people = stage
    ? peopleAsked(after, facts.holders)
    : facts.holders.filter((holder) => holder.role === "PUBLISHER");
  return { stage: stage?.label ?? null, names: people.map((holder) => holder.name) };
}
