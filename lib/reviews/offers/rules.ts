import type { Actor } from "@/lib/auth/actor";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions } from "@/lib/reports/workflow";
import { amendableSections, changesToConfirm, confirmersOf } from "@/lib/reviews/amendments/rules";
import { isOverridden } from "@/lib/reviews/assignment/rules";
import { type StepsInHand, stepsInHand } from "@/lib/reviews/handovers/rules";
import {
  guardLabel,
  type OverrideMark,
  openGuards,
  overrideMarks,
} from "@/lib/reviews/overrides/rules";
import { holdingOf, peopleAsked } from "@/lib/reviews/people/rules";
import { type ChecklistGroup, checklistGroups, planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { currentStage, openSteps, signedName, withPasses } from "@/lib/reviews/rules";
import type { AmendmentFact, Holder } from "@/lib/reviews/schema";

/** Who has the report after an act. */
export interface Handover {
  /** 二审二校（复审）; null when the plan is fulfilled and the text 已审定. */
  stage: string | null;
  names: string[];
}

/** What a person may decide about a report now, in the words of the screen. */
export interface DecisionOffer {
  /** Labels of the steps taken in one act; empty when nothing is this person's to decide. */
  steps: string[];
  /** Of the steps that ask for a full judgement. */
  checklist: ChecklistGroup[];
  /** 改动确认: what reviewers changed since this person passed; nothing else is asked of him. */
  confirms: AmendmentFact[];
  /** 领导直接改稿: sections that he may change himself. */
  amends: string[];
  /** Who confirms what he changes. */
  confirmers: string[];
  /** A 校 is among the steps: its errors can be counted. */
  proofs: boolean;
  /** Most errors with which each 校 among the steps may pass, where the plan sets it. */
  errorLimits: { label: string; limit: number }[];
  /** Who decides: what he gathers on this device is kept under his name. */
  actorId: string;
  next: Handover;
  /** Who has the report after a return. */
  submitter: string;
  /** 审定后退回 is allowed. */
  reopen: boolean;
  /** 代: for whom the person decides as deputy. */
  forNames: string[];
  /** Who has the open steps, and what the person may do about that. */
  hands: StepsInHand[];
  /** Where the report stands, and why nothing can be decided; empty when something can. */
  reasons: string[];
}

/** What the decision panel offers. Pure; the command asks the evaluator again. */
export function decisionOffer(facts: ReportFacts, actor: Actor, now: Date): DecisionOffer {
  const actions = availableActions(facts, actor);
  const state = reviewState(facts);
  const allowed = (event: AvailableAction["event"]) => {
    const keys = actions.flatMap((a) => (a.event === event && a.allowed ? [a.step] : []));
    return state ? planSteps(state.plan).filter((step) => keys.includes(step.key)) : [];
  };
  const steps = allowed("pass");
  const confirming = actions.flatMap((a) => (a.event === "pass" && a.confirms ? [a.step] : []));
  const judged = steps.filter((step) => !confirming.includes(step.key));
  const { userId } = actor;
  const { holders } = facts;
  return {
    steps: steps.map((step) => step.label),
    checklist: checklistGroups(judged),
    confirms: state && steps.length ? changesToConfirm(steps, state, userId) : [],
    amends: state ? amendableSections(allowed("amend"), state, { userId, holders }) : [],
    confirmers: state ? confirmersOf(state, userId) : [],
    proofs: steps.some((step) => step.kind === "proof"),
    errorLimits: limitsOf(facts, steps),
    actorId: userId,
    next: handoverAfter(facts, steps, actor, now),
    submitter: facts.round?.openedByName ?? "",
    reopen: actions.some((action) => action.event === "reopen" && action.allowed),
    forNames: deputedBy(facts, actor, steps),
    hands: stepsInHand(facts, actor, actions),
    reasons: steps.length ? [] : [standingOf(facts), ...refusals(facts, actor, actions)],
  };
}

function deputedBy(facts: ReportFacts, actor: Actor, steps: PlanStep[]): string[] {
  const state = reviewState(facts);
  const names = steps.flatMap(
    (step) => (state && holdingOf(actor.userId, step, state, facts.holders)?.forName) ?? [],
  );
  return [...new Set(names)];
}

function limitsOf(facts: ReportFacts, steps: PlanStep[]): DecisionOffer["errorLimits"] {
  if (isOverridden("errorLimit", facts)) return [];
  return steps.flatMap(({ label, kind, errorLimit }) =>
    kind === "proof" && errorLimit !== null ? [{ label, limit: errorLimit }] : [],
  );
}

function handoverAfter(facts: ReportFacts, steps: PlanStep[], actor: Actor, now: Date): Handover {
  const state = reviewState(facts);
  const after =
    state &&
    steps.reduce((so, step) => {
      const forId = holdingOf(actor.userId, step, state, facts.holders)?.forId;
      return withPasses(so, [step], { ...actor, forId }, now);
    }, state);
  const stage = after && currentStage(after);
  if (!stage) return { stage: null, names: publishersOf(facts) };
  const people = peopleAsked(after, facts.holders);
  return { stage: stage.label, names: namesOf(people) };
}

function namesOf(people: Holder[]): string[] {
  return people.map((person) => signedName(person.name, person.forName));
}

function publishersOf(facts: ReportFacts): string[] {
  return facts.holders.filter((h) => h.role === "PUBLISHER").map((holder) => holder.name);
}

/** Where the report stands and who has it, as one sentence. */
function standingOf(facts: ReportFacts): string {
  const submitter = facts.round?.openedByName ?? "拟稿人";
  switch (facts.draft) {
    case "DRAFT":
      return facts.round ? "本稿没有在审，拟稿人正在修改。" : "报告还没有送审。";
    case "RETURNED":
      return `已经退回修改，等待${submitter}重新送审。`;
    case "IN_REVIEW": {
      const state = reviewState(facts);
      const stage = state && currentStage(state)?.label;
      const names = state ? namesOf(peopleAsked(state, facts.holders)) : [];
      return `正在${stage ?? "审核"}，由${names.join("、") || "（暂无人员）"}处理。`;
    }
    case "APPROVED":
    case "SCHEDULED":
      return `本稿已审定，由${publishersOf(facts).join("、") || "发布管理员"}发布。`;
    case "IDLE":
      return "报告没有在办的稿件。";
  }
}

/** Of all refusals those that concern this person: of his own steps, the open ones first. */
function refusals(facts: ReportFacts, actor: Actor, actions: AvailableAction[]): string[] {
  const state = reviewState(facts);
  if (!state || facts.draft !== "IN_REVIEW") return [];
  const mine = planSteps(state.plan).filter((step) =>
    holdingOf(actor.userId, step, state, facts.holders),
  );
  if (!mine.length) return ["您没有承担本稿的审核职责，可以查看，不能签署意见。"];
  const open = openSteps(state).filter((step) => mine.includes(step));
  const keys = (open.length ? open : mine).map((step) => step.key);
  const refused = actions.filter((a) => a.event === "pass" && a.step && keys.includes(a.step));
  return [...new Set(refused.flatMap((action) => action.reasons))];
}

/** 例外 of a report, and what this person may do about them now. */
export interface OverrideOffer {
  marks: (OverrideMark & { canConfirm: boolean })[];
  /** Guards that he may override; empty when he may not at all. */
  guards: { key: string; label: string }[];
}

/** Who made an exception does not confirm it, whatever else he may. Pure. */
export function overrideOffer(facts: ReportFacts, actor: Actor): OverrideOffer {
  const actions = availableActions(facts, actor);
  const may = (event: "override" | "confirm") =>
    actions.some((action) => action.event === event && action.allowed);
  const own = facts.overrides.filter(({ byId }) => byId === actor.userId).map(({ id }) => id);
  const canConfirm = may("confirm");
  return {
    marks: overrideMarks(facts).map((mark) => ({
      ...mark,
      canConfirm: canConfirm && mark.confirmedByName === null && !own.includes(mark.id),
    })),
    guards: may("override")
      ? openGuards(facts).map((key) => ({ key, label: guardLabel(key) }))
      : [],
  };
}
