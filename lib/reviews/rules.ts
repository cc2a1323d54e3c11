import { firstUnassigned, type Person } from "@/lib/reviews/assignment/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStage, PlanStep } from "@/lib/reviews/plans/schema";
import type { DecisionFact, HandoverFact, Hashes, ReviewState } from "@/lib/reviews/schema";

/** Sections that a step judges, out of those the report has. */
export function scopeOf(step: PlanStep, hashes: Hashes): string[] {
  return step.scope === "all" ? Object.keys(hashes) : step.scope;
}

/** Whom a decision binds: who acted, and for whom. */
export function peopleOf(decision: { actorId: string; forId: string | null }): string[] {
  return decision.forId ? [decision.actorId, decision.forId] : [decision.actorId];
}

/** Who acted, as it is shown everywhere: 李四（代 张三）. */
export function signedName(name: string, forName: string | null): string {
  return forName === null ? name : `${name}（代 ${forName}）`;
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

/**
 * Whose place a step is: of the people named and whoever got it handed over, or of all who must
 * pass; null where it is everybody's with the role.
 */
export function ownersOf(step: PlanStep, state: ReviewState): string[] | null {
  if (step.policy === "all") return askedOf(step, state);
  if (!step.persons.length) return null;
  const to = lastHandover(step, state)?.toId;
  return [...step.persons.map((person) => person.id), ...(to ? [to] : [])];
}

export function lastHandover(step: PlanStep, state: ReviewState): HandoverFact | undefined {
  return state.handovers.findLast((handover) => handover.step === step.key);
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
export function unproofedSections(state: ReviewState): string[] {
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
 * last 校 of that section is asked again, of somebody else.
 */
export function openSteps(state: ReviewState): PlanStep[] {
  const waits = (step: PlanStep) => !isSatisfied(step, state);
  const stage = state.plan.stages.find((one) => one.steps.some(waits));
  if (stage) return stage.steps.filter(waits);
  const again = stepsWithoutAnother(state);
  if (again.length) return again;
  const unproofed = unproofedSections(state);
  return planSteps(state.plan)
    .filter((step) => unproofed.some((section) => isProofOf(section, step, state.hashes)))
    .slice(-1);
}

/** Whether a step is a 校 that judges a section. */
export function isProofOf(section: string, step: PlanStep, hashes: Hashes): boolean {
  return step.kind === "proof" && scopeOf(step, hashes).includes(section);
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
  if (!state.amendments.length) return [];
  const mine = passInRound(step, state, userId);
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

/** The last pass of a step in this round: of one person (or for him), or of anybody. */
export function passInRound(
  step: PlanStep,
  state: ReviewState,
  userId?: string,
): DecisionFact | undefined {
  return standingPasses(step, state)
    .filter((d) => d.roundNo === state.roundNo)
    .findLast((d) => userId === undefined || peopleOf(d).includes(userId));
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

/** A text to compare the present one with: what a decision judged, or what a round ended with. */
export type SeenText = { own: true; decisionId: string } | { own: false; roundNo: number };

/**
 * The text that a person last judged, and for a 改动确认 the one that he passed; without, that of the
 * round before this; null without either.
 */
export function seenText(state: ReviewState, userId: string): SeenText | null {
  const { decisions, roundNo } = state;
  const confirmed = openSteps(state)
    .filter((step) => sectionsToConfirm(step, state, userId).length > 0)
    .flatMap((step) => passInRound(step, state, userId) ?? [])
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const own = confirmed[0] ?? decisions.findLast((decision) => decision.actorId === userId);
  if (own) return { own: true, decisionId: own.id };
  return roundNo > 1 ? { own: false, roundNo: roundNo - 1 } : null;
}
