import { firstUnassigned, type Person } from "@/lib/reviews/assignment/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStage, PlanStep } from "@/lib/reviews/plans/schema";
import type { DecisionFact, Hashes, Holder, ReviewState } from "@/lib/reviews/schema";

/** Sections that a step judges, out of those the report has. */
export function scopeOf(step: PlanStep, hashes: Hashes): string[] {
  return step.scope === "all" ? Object.keys(hashes) : step.scope;
}

/** Whom a decision binds: who acted, and for whom. */
export function peopleOf(decision: { actorId: string; forId: string | null }): string[] {
  return decision.forId ? [decision.actorId, decision.forId] : [decision.actorId];
}

/** Passes of a step that nothing took back: after its last return, and by nobody who drafted. */
function standingPasses(step: PlanStep, state: ReviewState): DecisionFact[] {
  const { constraints } = state.plan;
  const barred = constraints.notDrafter && !step.ownCheck ? state.drafters : [];
  const own = state.decisions.filter((d) => d.step === step.key);
  const lastReturn = own.findLastIndex((d) => d.kind === "RETURN");
  return own
    .slice(lastReturn + 1)
    .filter((d) => !constraints.restart || d.roundNo === state.roundNo)
    .filter((d) => !peopleOf(d).some((person) => barred.includes(person)));
}

/** Passes that count for a step now: they name the very hashes that its scope has. */
export function countedPasses(step: PlanStep, state: ReviewState): DecisionFact[] {
  const { hashes } = state;
  return standingPasses(step, state).filter((d) =>
    scopeOf(step, hashes).every((key) => d.hashes[key] === hashes[key]),
  );
}

/** Who must pass a step that all must pass, after what was handed over. */
export function askedOf(step: PlanStep, state: ReviewState): string[] {
  const moved = state.handovers.filter((handover) => handover.step === step.key);
  const now = (userId: string) =>
    moved.reduce((id, { fromId, toId }) => (fromId === id && toId ? toId : id), userId);
  return [...new Set(step.asked.map((person) => now(person.id)))];
}

export function isSatisfied(step: PlanStep, state: ReviewState): boolean {
  const passed = new Set(countedPasses(step, state).map((d) => d.forId ?? d.actorId));
  if (step.policy === "any") return passed.size > 0;
  const asked = askedOf(step, state);
  return asked.length > 0 && asked.every((userId) => passed.has(userId));
}

/**
 * Sections that a reviewer changed himself and that nobody else has proofread as they are now:
 * his own pass does not stand before that.
 */
function unproofedSections(state: ReviewState): string[] {
  const proofs = planSteps(state.plan).filter((step) => step.kind === "proof");
  const passes = proofs.flatMap((step) => countedPasses(step, state));
  const changed = [...new Set(state.amendments.map((amendment) => amendment.section))];
  return changed.filter((section) => {
    const amender = amenderOf(section, state);
    const isProof = (d: DecisionFact) =>
      d.hashes[section] === state.hashes[section] && !peopleOf(d).includes(amender ?? "");
    return amender !== null && !passes.some(isProof);
  });
}

/** Who wrote a section as it is now by 领导改稿; null where that was the drafter. */
export function amenderOf(section: string, state: ReviewState): string | null {
  const last = state.amendments.findLast((amendment) => amendment.section === section);
  return last && last.afterHash === state.hashes[section] ? last.actorId : null;
}

/**
 * Steps that are asked now: of the first stage that is not through. Where the passes that count
 * are not of enough different people (an older one counts again since its text is back), the step
 * that lacks one is asked again; where only the proofread of a reviewer's own change is left, the
 * last 校 is asked again, of somebody else.
 */
export function openSteps(state: ReviewState): PlanStep[] {
  const waits = (step: PlanStep) => !isSatisfied(step, state);
  const stage = state.plan.stages.find((one) => one.steps.some(waits));
  if (stage) return stage.steps.filter(waits);
  const again = stepsWithoutAnother(state);
  if (again.length || !unproofedSections(state).length) return again;
  return planSteps(state.plan)
    .filter((step) => step.kind === "proof")
    .slice(-1);
}

function stepsWithoutAnother(state: ReviewState): PlanStep[] {
  const passers = planSteps(state.plan).map((step): [PlanStep, Person[]] => {
    const passes = countedPasses(step, state);
    return [step, passes.map(({ actorId, forId }) => ({ userId: actorId, forId }))];
  });
  return firstUnassigned(new Map(passers), new Map(), state);
}

/** The stage that is asked now; null when the plan is fulfilled. */
export function currentStage(state: ReviewState): PlanStage | null {
  const [first] = openSteps(state);
  return state.plan.stages.find((stage) => stage.steps.some((s) => s.key === first?.key)) ?? null;
}

/**
 * 改动确认: sections that a reviewer changed since this person passed the step, when nothing else
 * did. Empty where the step asks for a full judgement.
 */
export function sectionsToConfirm(step: PlanStep, state: ReviewState, userId: string): string[] {
  const mine = standingPasses(step, state)
    .filter((d) => d.roundNo === state.roundNo)
    .findLast((d) => (d.forId ?? d.actorId) === userId || d.actorId === userId);
  if (!mine) return [];
  const changed = scopeOf(step, state.hashes).filter(
    (key) => mine.hashes[key] !== state.hashes[key],
  );
  const byReviewer = (key: string) =>
    state.amendments.some(
      ({ section, afterHash, at }) =>
        section === key && at > mine.at && afterHash === state.hashes[key],
    );
  return changed.every(byReviewer) ? changed : [];
}

/** The state once a person's passes of these steps stand too. */
export function withPasses(
  state: ReviewState,
  steps: PlanStep[],
  person: { userId: string; name: string; forId?: string | null },
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
      forId: person.forId ?? null,
      forName: null,
      hashes: state.hashes,
      opinion: "",
      at: now.toISOString(),
      paperId: null,
      items: [],
    }),
  );
  return { ...state, decisions: [...state.decisions, ...passes] };
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

/** Who has a step that anybody may take: by 认领 or 移交, while he still holds the role. */
export function claimantOf(
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
): { id: string; name: string } | null {
  if (step.policy === "all") return null;
  const last = state.handovers.findLast((handover) => handover.step === step.key);
  if (!last?.toId || !holders.some((holder) => holder.userId === last.toId)) return null;
  return { id: last.toId, name: last.toName };
}
