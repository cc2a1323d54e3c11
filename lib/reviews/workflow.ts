import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/reports/policy";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import { laneReasons, verdict } from "@/lib/reports/verdicts/rules";
import type { AvailableAction, ReportEvent } from "@/lib/reports/verdicts/schema";
import { openPlaces } from "@/lib/reviews/handovers/rules";
import {
  againReasons,
  claimantOf,
  constraintReasons,
  hasOtherProofreader,
  holdingOf,
} from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { isSatisfied, openSteps, scopeOf, sectionsToConfirm } from "@/lib/reviews/rules";
import type { ReviewState } from "@/lib/reviews/schema";

/** A person before one step of the round. */
interface Place {
  facts: ReportFacts;
  state: ReviewState;
  actor: Actor;
  step: PlanStep;
  /** Whether the step is asked now. */
  isOpen: boolean;
}

/** Somebody before a step, of whom no more is known than who he is. */
type Judging = Omit<Place, "actor"> & { actor: { userId: string } };

interface StepTransition {
  needs: (place: Place) => string[];
  /** Who may at all, as a reason against the others. */
  who: (place: Place) => string[];
  /** Guards besides person and turn. */
  guards: (place: Place) => string[];
}

type StepEvent = "pass" | "return" | "amend" | "claim" | "handover" | "sign-paper";

const transitions: Record<StepEvent, StepTransition> = {
  pass: { needs: ticks, who: judge, guards: passing },
  return: { needs: () => ["items"], who: judge, guards: claimed },
  amend: { needs: () => ["changes", "reason"], who: judge, guards: editing },
  claim: { needs: () => [], who: judge, guards: claimable },
  handover: { needs: () => ["to"], who: mayHandOver, guards: () => [] },
  "sign-paper": { needs: paperNeeds, who: registrar, guards: signable },
};

/** Every event of every step of the plan, with all that stands against it; none before a round. */
export function stepActions(facts: ReportFacts, actor: Actor): AvailableAction[] {
  const state = reviewState(facts);
  if (!state) return [];
  const open = facts.draft === "IN_REVIEW" ? openSteps(state) : [];
  return planSteps(state.plan).flatMap((step) => {
    const place = { facts, state, actor, step, isOpen: open.includes(step) };
    return (Object.keys(transitions) as StepEvent[]).map((event) => stepAction(event, place));
  });
}

function stepAction(event: StepEvent, place: Place): AvailableAction {
  const row = transitions[event];
  const turn = turnReasons(event, place);
  const guards = turn.length ? [] : row.guards(place);
  const confirms = event === "pass" ? confirmsOf(place) : [];
  return {
    event,
    step: place.step.key,
    needs: row.needs(place),
    ...(confirms.length ? { confirms } : {}),
    ...verdict(row.who(place), turn, guards),
  };
}

function turnReasons(event: ReportEvent, { facts, state, step, isOpen }: Judging): string[] {
  const lane = laneReasons(event, ["IN_REVIEW"], facts.draft);
  if (lane.length || isOpen) return lane;
  const done = isSatisfied(step, state);
  return [done ? `“${step.label}”已经通过。` : `还没有轮到“${step.label}”。`];
}

/** What keeps a person from signing a step on paper: the very things that keep him from it here. */
export function signerReasons(facts: ReportFacts, userId: string, step: PlanStep): string[] {
  const state = reviewState(facts);
  if (!state) return ["报告还没有送审，没有可以签署的环节。"];
  const isOpen = facts.draft === "IN_REVIEW" && openSteps(state).includes(step);
  const place = { facts, state, step, isOpen, actor: { userId } };
  return [...turnReasons("pass", place), ...judge(place), ...passing(place)];
}

/** Papers are registered by the bureau's administrator. */
function registrar({ facts, actor }: Place): string[] {
  return can(actor, "publish", facts) ? [] : ["只有本单位的发布管理员可以登记线下审签。"];
}

function signable({ facts, actor, step }: Place): string[] {
  const others = facts.holders.filter((holder) => holder.userId !== actor.userId);
  if (others.some(({ userId }) => !signerReasons(facts, userId, step).length)) return [];
  return [`“${step.label}”现在没有可以在纸上签字的人。`];
}

function paperNeeds({ step }: Place): string[] {
  return ["signer", "code", "scan", ...step.checklist.map((item) => `checklist.${item.key}`)];
}

/** Who holds the step and is kept from it by nothing. */
function judge({ facts, state, actor, step }: Judging): string[] {
  const holding = holdingOf(actor.userId, step, state, facts.holders);
  const duty = holding ? [] : [`您没有承担“${step.label}”的职责，请由本单位负责该环节的人员处理。`];
  return [...duty, ...constraintReasons(holding ?? actor, step, state)];
}

/** A 改动确认 asks for no ticks: they were set when the rest was judged. */
function ticks(place: Place): string[] {
  if (confirmsOf(place).length) return [];
  return place.step.checklist.map((item) => `checklist.${item.key}`);
}

function confirmsOf({ state, step, actor, isOpen }: Place): string[] {
  return isOpen ? sectionsToConfirm(step, state, actor.userId) : [];
}

function passing(judging: Judging): string[] {
  const { facts, state, actor, step } = judging;
  const holding = holdingOf(actor.userId, step, state, facts.holders);
  return [...claimed(judging), ...againReasons(holding ?? actor, step, state)];
}

function claimed({ facts, state, actor, step }: Judging): string[] {
  const claimant = claimantOf(step, state, facts.holders);
  if (!claimant || claimant.id === actor.userId) return [];
  return [`“${step.label}”现在由${claimant.name}办理。需要由您办理的，请先认领。`];
}

function editing(place: Place): string[] {
  const { facts, state, actor, step } = place;
  const reasons = claimed(place);
  if (!step.mayEdit) reasons.push(`本流程的“${step.label}”不直接改稿，请退回修改并写明意见。`);
  const isProofread = (section: string) =>
    hasOtherProofreader(section, actor.userId, state, facts.holders);
  if (!scopeOf(step, state.hashes).some(isProofread)) {
    reasons.push("没有其他人可以校对您改过的内容，不能直接改稿，请退回修改。");
  }
  return reasons;
}

function claimable({ facts, state, actor, step }: Place): string[] {
  if (step.policy === "all") return [`“${step.label}”要每个人都通过，不用认领。`];
  const claimant = claimantOf(step, state, facts.holders);
  return claimant?.id === actor.userId ? [`您已经认领了“${step.label}”。`] : [];
}

/** Who has the step may hand it over; for somebody who is away the bureau's administrator may. */
function mayHandOver({ facts, state, actor, step }: Place): string[] {
  const claimant = claimantOf(step, state, facts.holders);
  const places = step.policy === "all" ? openPlaces(step, state) : [];
  const has = claimant?.id === actor.userId || places.some(({ id }) => id === actor.userId);
  if (has || can(actor, "publish", facts)) return [];
  return [`“${step.label}”不在您手里，不能移交。由承办人或者本单位管理员移交。`];
}
