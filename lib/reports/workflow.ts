import type { Actor } from "@/lib/auth/actor";
import {
  approvedText,
  drafter,
  lastLevel,
  nothingSigned,
  peopleMissing,
  publisher,
  type ReportFacts,
  reviewState,
  submitter,
} from "@/lib/reports/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import {
  constraintReasons,
  isSatisfied,
  mayHold,
  openSteps,
  type ReviewState,
} from "@/lib/reviews/rules";
import type { DraftState } from "@/prisma/generated/enums";

export type ReportEvent = "save" | "submit" | "recall" | "pass" | "return" | "reopen" | "publish";

export interface AvailableAction {
  event: ReportEvent;
  /** Set for events that belong to one step. */
  step?: string;
  allowed: boolean;
  /** In Chinese; all that stand against it, at once. */
  reasons: string[];
  /** Fields that the event must bring besides `version`. */
  needs: string[];
  /** Why it is refused: the person, the lane (or turn), or the content; null when allowed. */
  refusal: Refusal | null;
}

export type Refusal = "FORBIDDEN" | "CONFLICT" | "INVALID";

interface Transition {
  from: DraftState[];
  /** Lane after the event; null where it stays. */
  to: DraftState | null;
  needs: string[];
  /** Who may at all, as a reason against the others. */
  who: (actor: Actor, facts: ReportFacts) => string[];
  /** Guards besides lane and person. */
  guards: (actor: Actor, facts: ReportFacts) => string[];
}

const transitions: Record<Exclude<ReportEvent, "pass" | "return">, Transition> = {
  save: { from: ["DRAFT", "RETURNED"], to: null, needs: [], who: drafter, guards: () => [] },
  submit: {
    from: ["DRAFT", "RETURNED"],
    to: "IN_REVIEW",
    needs: [],
    who: drafter,
    guards: (_, facts) => [...facts.submitBlocks, ...peopleMissing(facts)],
  },
  recall: { from: ["IN_REVIEW"], to: "DRAFT", needs: [], who: submitter, guards: nothingSigned },
  reopen: {
    from: ["APPROVED"],
    to: "RETURNED",
    needs: ["reason"],
    who: lastLevel,
    guards: () => [],
  },
  publish: { from: ["APPROVED"], to: "IDLE", needs: [], who: publisher, guards: approvedText },
};

const laneWords: Record<DraftState, string> = {
  DRAFT: "拟稿中",
  IN_REVIEW: "审核中",
  RETURNED: "退回修改",
  APPROVED: "已审定",
  SCHEDULED: "待定时发布",
  IDLE: "无在办稿",
};

const eventWords: Record<ReportEvent, string> = {
  save: "修改",
  submit: "送审",
  recall: "撤回送审",
  pass: "审核通过",
  return: "退回修改",
  reopen: "审定后退回",
  publish: "发布",
};

/** Every event with whether the actor may do it now, and all that stands against it. Pure. */
export function availableActions(facts: ReportFacts, actor: Actor): AvailableAction[] {
  const events = Object.keys(transitions) as (keyof typeof transitions)[];
  return [...events.map((event) => laneAction(event, facts, actor)), ...stepActions(facts, actor)];
}

function laneAction(
  event: keyof typeof transitions,
  facts: ReportFacts,
  actor: Actor,
): AvailableAction {
  const row = transitions[event];
  const person = row.who(actor, facts);
  const lane = laneReasons(event, row.from, facts);
  const guards = lane.length ? [] : row.guards(actor, facts);
  const needs = event === "publish" && facts.live !== "NONE" ? ["changeNote"] : row.needs;
  return { event, needs, ...verdict(person, lane, guards) };
}

/** All reasons at once; the kind of refusal is that of the gravest. */
function verdict(person: string[], lane: string[], guards: string[]) {
  const reasons = [...person, ...lane, ...guards];
  const grave = person.length ? "FORBIDDEN" : lane.length ? "CONFLICT" : "INVALID";
  const refusal: Refusal | null = reasons.length ? grave : null;
  return { allowed: refusal === null, reasons, refusal };
}

function laneReasons(event: ReportEvent, from: DraftState[], facts: ReportFacts): string[] {
  if (from.includes(facts.draft)) return [];
  const words = from.map((state) => laneWords[state]).join("、");
  return [
    `报告现在是“${laneWords[facts.draft]}”，不能${eventWords[event]}（${words}时才可以），请刷新页面。`,
  ];
}

function stepActions(facts: ReportFacts, actor: Actor): AvailableAction[] {
  const state = reviewState(facts);
  if (!state) return [];
  const open = facts.draft === "IN_REVIEW" ? openSteps(state, facts.holders) : [];
  return state.plan.stages
    .flatMap((stage) => stage.steps)
    .flatMap((step) => {
      const person = [
        ...dutyReasons(step, facts, actor),
        ...constraintReasons(actor.userId, step, state),
      ];
      const checklist = step.checklist.map((item) => `checklist.${item.key}`);
      const answer = (event: "pass" | "return", needs: string[]) => {
        const lane = laneReasons(event, ["IN_REVIEW"], facts);
        const turn = lane.length ? lane : turnReasons(step, open, state, facts);
        return { event, step: step.key, needs, ...verdict(person, turn, []) };
      };
      return [answer("pass", checklist), answer("return", ["items"])];
    });
}

function dutyReasons(step: PlanStep, facts: ReportFacts, actor: Actor): string[] {
  const mine = actor.memberships.filter((m) => m.bureauId === facts.bureauId);
  if (mine.some((m) => mayHold(m, step))) return [];
  return [`您没有承担“${step.label}”的职责，请由本单位负责该环节的人员处理。`];
}

function turnReasons(
  step: PlanStep,
  open: PlanStep[],
  state: ReviewState,
  facts: ReportFacts,
): string[] {
  if (open.includes(step)) return [];
  const done = isSatisfied(step, state, facts.holders);
  return [done ? `“${step.label}”已经通过。` : `还没有轮到“${step.label}”。`];
}

/** Lane after an event; null where it stays as it is. */
export function laneAfter(event: keyof typeof transitions): DraftState | null {
  return transitions[event].to;
}
