import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/reports/policy";
import { isOverridden } from "@/lib/reviews/assignment/rules";
import { holdingOf, unfillableSteps } from "@/lib/reviews/people/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { openSteps, signedName } from "@/lib/reviews/rules";
import type {
  AmendmentFact,
  DecisionFact,
  HandoverFact,
  Hashes,
  Holder,
  ItemFact,
  OverrideFact,
  PaperFact,
  ReviewState,
} from "@/lib/reviews/schema";
import type { DraftState, LiveState } from "@/prisma/generated/enums";

/** 送审轮次, the latest of a report. */
export interface RoundFact {
  id: string;
  no: number;
  planVersionId: string;
  plan: PlanDefinition;
  openedById: string;
  openedByName: string;
  /** ISO time. */
  openedAt: string;
  /** When 报送审核 was reached. */
  filedAt: string | null;
  closedAt: string | null;
  outcome: "APPROVED" | "RETURNED" | "RECALLED" | null;
  /** The revision under review. */
  revisionId: string;
  revisionNo: number;
  contentHash: string;
}

/** 扩大修改范围 of a section that was not returned. */
export interface WideningFact {
  section: string;
  reason: string;
  byName: string;
  /** ISO time. */
  at: string;
}

/** 催办 of a report. */
export interface UrgeFact {
  byName: string;
  /** ISO time. */
  at: string;
}

/** Everything that decides which events a report allows. */
export interface ReportFacts {
  bureauId: string;
  draft: DraftState;
  live: LiveState;
  contentHash: string;
  hashes: Hashes;
  round: RoundFact | null;
  /** The plan that the next first round would pin. */
  bureauPlan: PlanDefinition;
  decisions: DecisionFact[];
  /** Since the last publication, oldest first, like the decisions. */
  amendments: AmendmentFact[];
  overrides: OverrideFact[];
  widenings: WideningFact[];
  /** Of the latest round, oldest first. */
  handovers: HandoverFact[];
  papers: PaperFact[];
  /** Everybody who changed content since the last publication. */
  drafters: string[];
  lastEditorId: string | null;
  holders: Holder[];
  /** 催办 within the last hour. */
  urged: UrgeFact | null;
  /** What forbids to submit: blocking findings, unexplained warnings, open must-resolve threads. */
  submitBlocks: string[];
}

/** What the review rules need; null before the first round. */
export function reviewState(facts: ReportFacts): ReviewState | null {
  if (!facts.round) return null;
  return stateUnder(facts.round.plan, facts.round.no, facts);
}

function stateUnder(plan: PlanDefinition, roundNo: number, facts: ReportFacts): ReviewState {
  const { hashes, decisions, drafters, amendments, overrides } = facts;
  const handovers = roundNo === facts.round?.no ? facts.handovers : [];
  return { plan, roundNo, hashes, decisions, drafters, amendments, overrides, handovers };
}

/** State of the round that a submission now would open, under the pinned plan if there is one. */
export function nextReviewState(facts: ReportFacts): ReviewState {
  const pinned = facts.decisions.length ? facts.round?.plan : undefined;
  return stateUnder(pinned ?? facts.bureauPlan, (facts.round?.no ?? 0) + 1, facts);
}

/** Whether somebody may write in the report now. */
export function isDrafting(draft: DraftState): boolean {
  return draft === "DRAFT" || draft === "RETURNED";
}

/** Items of the newest return; a return without items gives back the whole text. */
export function returnedItems(decisions: DecisionFact[]): ItemFact[] {
  const last = decisions.findLast((decision) => decision.kind === "RETURN");
  if (!last) return [];
  return decisions.filter((d) => d.kind === "RETURN" && d.at === last.at).flatMap((d) => d.items);
}

export function drafter(actor: Actor, facts: ReportFacts): string[] {
  return can(actor, "draft", facts) ? [] : ["只有本单位的拟稿人可以这样做。"];
}

export function submitter(actor: Actor, facts: ReportFacts): string[] {
  return facts.round?.openedById === actor.userId ? [] : ["只有送审的人可以撤回送审。"];
}

export function publisher(actor: Actor, facts: ReportFacts): string[] {
  const reasons = can(actor, "publish", facts) ? [] : ["只有本单位的发布管理员可以发布。"];
  if (facts.lastEditorId === actor.userId && !isOverridden("lastEditor", facts)) {
    reasons.push("您是最后修改本稿的人，不能自己发布，请由另一位发布管理员处理。");
  }
  return reasons;
}

export function lastLevel(actor: Actor, facts: ReportFacts): string[] {
  const holds = lastSteps(actor, facts).length > 0;
  return holds ? [] : ["只有最后一级的审核人可以把已审定的稿件退回。"];
}

/** Steps of the last level that the actor holds. */
export function lastSteps(actor: Actor, facts: ReportFacts): PlanStep[] {
  const state = reviewState(facts);
  const steps = state?.plan.stages.at(-1)?.steps ?? [];
  return steps.filter((step) => state && holdingOf(actor.userId, step, state, facts.holders));
}

export function nothingSigned(_: Actor, facts: ReportFacts): string[] {
  const own = (fact: { roundNo: number }) => fact.roundNo === facts.round?.no;
  const signed = facts.decisions.find(own);
  if (signed)
    return [
      `${signedName(signed.actorName, signed.forName)}已经签署意见，不能再撤回，请联系审核人退回修改。`,
    ];
  const amended = facts.amendments.find(own);
  return amended ? [`${amended.actorName}已经改稿，不能再撤回，请联系审核人退回修改。`] : [];
}

/** The text is the one that was approved, and the plan is fulfilled by the facts. */
export function approvedText(_: Actor, facts: ReportFacts): string[] {
  const state = reviewState(facts);
  const fulfilled = state && openSteps(state).length === 0;
  const same = facts.round?.outcome === "APPROVED" && facts.round.contentHash === facts.contentHash;
  return fulfilled && same ? [] : ["当前文稿不是已审定的那一稿，不能发布，请重新送审。"];
}

/** Every returned item has its answer: 已修改, or the reason why not. */
export function answersGiven(facts: ReportFacts): string[] {
  if (facts.draft !== "RETURNED") return [];
  const open = returnedItems(facts.decisions).filter((item) => !item.answer);
  return open.map((item) => `退回意见“${item.words}”还没有答复，请选“已修改”或者写明情况。`);
}

export function peopleMissing(facts: ReportFacts): string[] {
  return unfillableSteps(nextReviewState(facts), facts.holders).map(
    (step) => `“${step.label}”没有合适的人可以承担，请联系管理员补充人员或者换由他人拟稿。`,
  );
}
