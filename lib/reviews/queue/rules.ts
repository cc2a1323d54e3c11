import type { Actor } from "@/lib/auth/actor";
import { type Due, dayEndAfter, dueWords } from "@/lib/reports/deadlines/rules";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import { barredFrom, claimOf } from "@/lib/reviews/people/rules";
import { planSteps, stageOf } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import type { Duty } from "@/lib/reviews/queue/schema";
import {
  countedPasses,
  isSatisfied,
  openSteps,
  ownersOf,
  peopleOf,
  scopeOf,
  sectionsToConfirm,
} from "@/lib/reviews/rules";
import type { ReviewState } from "@/lib/reviews/schema";
import type { Role } from "@/prisma/generated/enums";

/**
 * The rows of 待办 of a report: what each open step asks for and whom it keeps out, so that one
 * statement can say who may pass it, by the roles that hold when it is read.
 */
export function openStepRows(facts: ReportFacts) {
  const state = facts.draft === "IN_REVIEW" ? reviewState(facts) : null;
  if (!state || !facts.round) return [];
  const { id: roundId, openedAt: roundOpenedAt } = facts.round;
  const all = planSteps(state.plan);
  return openSteps(state).map((step) => {
    const openedAt = turnOf(step, state, roundOpenedAt);
    const owners = ownersOf(step, state);
    return {
      roundId,
      bureauId: facts.bureauId,
      step: step.key,
      label: step.label,
      stage: stageOf(state.plan, step).label,
      position: all.findIndex(({ key }) => key === step.key),
      role: step.role,
      level: step.persons.length ? null : step.level,
      isNamed: owners !== null,
      owners: owners ?? [],
      barred: barredFrom(step, state),
      isOwnCheck: step.ownCheck,
      drafters: step.ownCheck ? state.drafters : [],
      claimantId: claimOf(step, state)?.id ?? null,
      confirmers: confirmersOf(step, state),
      openedAt,
      dueAt: step.days === null ? null : dayEndAfter(openedAt, step.days),
    };
  });
}

/** 改动确认: for whom a pass would be no more than that. */
function confirmersOf(step: PlanStep, state: ReviewState): string[] {
  const passed = state.decisions.filter((d) => d.step === step.key && d.kind === "PASS");
  const ids = [...new Set(passed.flatMap(peopleOf))];
  return ids.filter((userId) => sectionsToConfirm(step, state, userId).length > 0);
}

/** How long there is for each open step with 限办, by its key. */
export function stepDues(facts: ReportFacts, now: Date): Record<string, Due> {
  const rows = openStepRows(facts);
  return Object.fromEntries(
    rows.flatMap(({ step, dueAt }) => (dueAt ? [[step, dueWords(dueAt, now)]] : [])),
  );
}

/** When the first of the open steps is due; null where none has 限办. */
export function nextDue(facts: ReportFacts): Date | null {
  const times = openStepRows(facts).flatMap(({ dueAt }) => dueAt?.getTime() ?? []);
  return times.length ? new Date(Math.min(...times)) : null;
}

/** When the turn of an open step came: with the round, the last step before it, or what lapsed it. */
function turnOf(step: PlanStep, state: ReviewState, roundOpenedAt: string): Date {
  const { stages } = state.plan;
  const at = stages.indexOf(stageOf(state.plan, step));
  const before = isSatisfied(step, state) ? stages : stages.slice(0, at);
  const passes = before.flatMap((stage) => stage.steps.flatMap((s) => countedPasses(s, state)));
  const judged = state.decisions.filter((d) => d.step === step.key && d.roundNo === state.roundNo);
  const scope = scopeOf(step, state.hashes);
  const lapses = state.amendments.filter(
    (one) => scope.includes(one.section) && judged.some((d) => d.kind === "PASS" && d.at < one.at),
  );
  const times = [...passes, ...lapses].map(({ at: time }) => Date.parse(time));
  return new Date(Math.max(Date.parse(roundOpenedAt), ...times));
}

const judging: Role[] = ["REVIEWER", "PROOFREADER", "SUPERVISOR"];

/** The duties that steps are asked of, which the actor has by himself or as a deputy. */
export function dutiesOf({ memberships, lent }: Pick<Actor, "memberships" | "lent">): Duty[] {
  const held = [...memberships, ...lent].filter(({ role }) => judging.includes(role));
  const duties = held.map(({ role, level }) => ({ key: dutyKey(role, level), role, level }));
  return [...new Map(duties.map((duty) => [duty.key, duty])).values()];
}

function dutyKey(role: Role, level: number | null): string {
  return level === null ? role : `${role}-${level}`;
}
