import type { Actor } from "@/lib/auth/actor";
import {
  answersGiven,
  approvedText,
  drafter,
  lastLevel,
  nothingSigned,
  peopleMissing,
  publisher,
  type ReportFacts,
  submitter,
} from "@/lib/reports/rules";
import { urgeable, urgeReasons, urger } from "@/lib/reports/urges/rules";
import { laneReasons, verdict } from "@/lib/reports/verdicts/rules";
import type { AvailableAction, ReportEvent } from "@/lib/reports/verdicts/schema";
import {
  confirmer,
  overrider,
  overridesToConfirm,
  somethingOverridable,
  unconfirmedOverrides,
} from "@/lib/reviews/overrides/rules";
import { paperConfirmer, papersToConfirm } from "@/lib/reviews/papers/rules";
import { stepActions } from "@/lib/reviews/workflow";
import type { DraftState } from "@/prisma/generated/enums";

interface Transition {
  from: DraftState[] | ((actor: Actor, facts: ReportFacts) => DraftState[]);
  /** Lane after the event; null where it stays. */
  to: DraftState | null;
  needs: string[];
  /** Who may at all, as a reason against the others. */
  who: (actor: Actor, facts: ReportFacts) => string[];
  /** Guards besides lane and person. */
  guards: (actor: Actor, facts: ReportFacts) => string[];
}

type LaneEvent = Exclude<
  ReportEvent,
  "pass" | "return" | "amend" | "claim" | "handover" | "sign-paper"
>;

const drafting: DraftState[] = ["DRAFT", "RETURNED"];
const inHand: DraftState[] = ["DRAFT", "IN_REVIEW", "RETURNED", "APPROVED"];

const transitions: Record<LaneEvent, Transition> = {
  save: { from: drafting, to: null, needs: [], who: drafter, guards: () => [] },
  submit: {
    from: drafting,
    to: "IN_REVIEW",
    needs: [],
    who: drafter,
    guards: (_, facts) => [...facts.submitBlocks, ...answersGiven(facts), ...peopleMissing(facts)],
  },
  recall: { from: ["IN_REVIEW"], to: "DRAFT", needs: [], who: submitter, guards: nothingSigned },
  override: {
    from: inHand,
    to: null,
    needs: ["guard", "reason"],
    who: overrider,
    guards: somethingOverridable,
  },
  confirm: {
    from: inHand,
    to: null,
    needs: ["override"],
    who: confirmer,
    guards: overridesToConfirm,
  },
  "confirm-paper": {
    from: ["IN_REVIEW"],
    to: null,
    needs: ["paper", "code"],
    who: paperConfirmer,
    guards: papersToConfirm,
  },
  reopen: {
    from: ["APPROVED"],
    to: "RETURNED",
    needs: ["reason"],
    who: lastLevel,
    guards: () => [],
  },
  urge: { from: urgeable, to: null, needs: [], who: urger, guards: urgeReasons },
  publish: {
    from: ["APPROVED"],
    to: "IDLE",
    needs: [],
    who: publisher,
    guards: (actor, facts) => [...approvedText(actor, facts), ...unconfirmedOverrides(facts)],
  },
};

/** Every event with whether the actor may do it now, and all that stands against it. Pure. */
export function availableActions(facts: ReportFacts, actor: Actor): AvailableAction[] {
  const events = Object.keys(transitions) as LaneEvent[];
  return [...events.map((event) => laneAction(event, facts, actor)), ...stepActions(facts, actor)];
}

function laneAction(event: LaneEvent, facts: ReportFacts, actor: Actor): AvailableAction {
  const row = transitions[event];
  const person = row.who(actor, facts);
  const from = typeof row.from === "function" ? row.from(actor, facts) : row.from;
  const lane = laneReasons(event, from, facts.draft);
  const guards = lane.length ? [] : row.guards(actor, facts);
  const needs = event === "publish" && facts.live !== "NONE" ? ["changeNote"] : row.needs;
  return { event, needs, ...verdict(person, lane, guards) };
}

/** Lane after an event; null where it stays as it is. */
export function laneAfter(event: LaneEvent): DraftState | null {
  return transitions[event].to;
}
