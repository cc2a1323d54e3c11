import type { Actor } from "@/lib/auth/actor";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import type { AvailableAction, ReportEvent } from "@/lib/reports/verdicts/schema";
import { ableHolding, claimantOf } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { askedOf, countedPasses, isSatisfied, openSteps } from "@/lib/reviews/rules";
import type { Holder, ReviewState } from "@/lib/reviews/schema";

interface Person {
  id: string;
  name: string;
}

/** Steps that can be handed over in one act, to the same people. */
export interface Movable {
  /** Keys, for the event. */
  steps: string[];
  labels: string[];
  receivers: Person[];
}

/** Steps that stand with the same people now, and what the actor may do about that. */
export interface StepsInHand {
  /** Keys, for the event. */
  steps: string[];
  labels: string[];
  /** Who has them by 认领 or 移交; null: whoever comes first. */
  claimant: (Person & { isMe: boolean }) | null;
  canClaim: boolean;
  /** 退回公共. */
  canGiveBack: boolean;
  /** Whose place can be handed over, where all must pass; empty where there is one place only. */
  places: Person[];
  /** All of them together first, where somebody could take them all. */
  moves: Movable[];
}

/** The state after a step was handed over. */
function handed(step: PlanStep, state: ReviewState, from: string | null, to: Person): ReviewState {
  const handover = { step: step.key, fromId: from, toId: to.id, toName: to.name };
  return { ...state, handovers: [...state.handovers, handover] };
}

/**
 * Who can take over a step, out of a place where all must pass: they could pass it then. Nobody
 * takes two places of one step.
 */
export function receiversOf(
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
  from: string | null,
): Person[] {
  const taken = step.policy === "all" ? askedOf(step, state) : from ? [from] : [];
  const people = new Map(holders.map(({ userId, name }) => [userId, { id: userId, name }]));
  return [...people.values()].filter((person) => {
    if (taken.includes(person.id)) return false;
    const holding = ableHolding(person.id, step, handed(step, state, from, person), holders);
    return holding !== null && (step.policy === "any" || holding.forId === null);
  });
}

/**
 * Places of a step that all must pass which nobody has passed yet, with whose they are; all of them
 * where the step is asked again of others.
 */
export function openPlaces(step: PlanStep, state: ReviewState): Person[] {
  const moved = state.handovers.filter((handover) => handover.step === step.key);
  const names = new Map([
    ...step.asked.map(({ id, name }) => [id, name] as const),
    ...moved.map(({ toId, toName }) => [toId, toName] as const),
  ]);
  const passed = countedPasses(step, state).map((pass) => pass.forId ?? pass.actorId);
  const again = isSatisfied(step, state);
  const open = askedOf(step, state).filter((id) => again || !passed.includes(id));
  return open.map((id) => ({ id, name: names.get(id) ?? "" }));
}

/** What the actor may do about who has the open steps, by what the evaluator allows. */
export function stepsInHand(
  facts: ReportFacts,
  actor: Actor,
  actions: AvailableAction[],
): StepsInHand[] {
  const state = facts.draft === "IN_REVIEW" ? reviewState(facts) : null;
  if (!state) return [];
  const groups = new Map<string, StepsInHand>();
  for (const step of openSteps(state)) {
    const allowed = actions.filter((a) => a.step === step.key && a.allowed).map((a) => a.event);
    const { receivers, ...hand } = handOf(step, state, facts.holders, actor, allowed);
    const known = groups.get(JSON.stringify(hand));
    const single = { steps: [step.key], labels: [step.label], receivers };
    const moves = [...(known?.moves ?? []), ...(receivers.length ? [single] : [])];
    const steps = [...(known?.steps ?? []), step.key];
    const labels = [...(known?.labels ?? []), step.label];
    groups.set(JSON.stringify(hand), { steps, labels, ...hand, moves });
  }
  const hands = [...groups.values()].map((hand) => ({ ...hand, moves: withAll(hand) }));
  return hands.filter((hand) => hand.canClaim || hand.canGiveBack || hand.moves.length > 0);
}

/** What moves, with all at once in front where somebody can take them all. */
function withAll({ steps, labels, moves }: StepsInHand): Movable[] {
  const [first, ...others] = moves;
  if (!first || others.length === 0 || moves.length < steps.length) return moves;
  const receivers = first.receivers.filter(({ id }) =>
    others.every((move) => move.receivers.some((person) => person.id === id)),
  );
  return receivers.length ? [{ steps, labels, receivers }, ...moves] : moves;
}

function handOf(
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
  actor: Actor,
  allowed: ReportEvent[],
) {
  const claimant = claimantOf(step, state, holders);
  const canMove = allowed.includes("handover");
  const open = step.policy === "all" && canMove ? openPlaces(step, state) : [];
  const own = open.filter(({ id }) => id === actor.userId);
  const places = own.length ? own : open;
  const from = claimant?.id ?? places[0]?.id ?? null;
  return {
    claimant: claimant && { ...claimant, isMe: claimant.id === actor.userId },
    canClaim: allowed.includes("claim"),
    canGiveBack: canMove && claimant !== null,
    places,
    receivers: canMove ? receiversOf(step, state, holders, from) : [],
  };
}
