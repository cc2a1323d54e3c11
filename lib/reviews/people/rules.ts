import {
  clash,
  firstUnassigned,
  idsOf,
  type Person,
  stand,
  type Taken,
} from "@/lib/reviews/assignment/rules";
import { planSteps, stageOf } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import {
  amenderOf,
  countedPasses,
  isProofOf,
  isSatisfied,
  lastHandover,
  openSteps,
  ownersOf,
  passInRound,
  peopleOf,
  sectionsToConfirm,
  unproofedSections,
} from "@/lib/reviews/rules";
import type { DecisionFact, Holder, ReviewState } from "@/lib/reviews/schema";

/** Whether a role is the one that the plan asks for at a step, whoever has the step in the end. */
function mayHold(holder: Holder, step: PlanStep): boolean {
  if (holder.role !== step.role) return false;
  if (step.persons.length) return step.persons.some((person) => person.id === ownerOf(holder));
  return holder.level === null || step.level === null || holder.level === step.level;
}

/** Whose role it is: a deputy has his principal's. */
function ownerOf({ userId, forId }: Person): string {
  return forId ?? userId;
}

/** Whether a role is what a step asks for now, after what was handed over. */
function holds(holder: Holder, step: PlanStep, state: ReviewState): boolean {
  const owners = ownersOf(step, state);
  if (owners && !owners.includes(ownerOf(holder))) return false;
  return step.persons.length > 0 ? holder.role === step.role : mayHold(holder, step);
}

/**
 * How a person may take a step: in his own right first, else as a deputy, for somebody with whom
 * the plan's constraints keep him from nothing; null when not at all.
 */
export function holdingOf(
  userId: string,
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
): Holder | null {
  const mine = holders.filter((h) => h.userId === userId && holds(h, step, state));
  const sorted = mine.toSorted((a, b) => Number(a.forId !== null) - Number(b.forId !== null));
  const free = sorted.filter((h) => !constraintReasons(h, step, state).length);
  return free.find((h) => !againReasons(h, step, state).length) ?? free[0] ?? sorted[0] ?? null;
}

/**
 * Who has a step that anybody may take, as long as he can take it: by 认领 or 移交, else whoever
 * passed it in this round and has nothing but a 改动确认 to give.
 */
export function claimantOf(
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
): { id: string; name: string } | null {
  const claim = claimOf(step, state);
  return claim && ableHolding(claim.id, step, state, holders) ? claim : null;
}

/** The same, whether he can take it or not. */
export function claimOf(step: PlanStep, state: ReviewState): { id: string; name: string } | null {
  if (step.policy === "all") return null;
  const last = lastHandover(step, state);
  if (last) return last.toId === null ? null : { id: last.toId, name: last.toName };
  const passed = state.amendments.length ? passInRound(step, state) : null;
  if (!passed || !sectionsToConfirm(step, state, passed.actorId).length) return null;
  return { id: passed.actorId, name: passed.actorName };
}

/** `holdingOf`, for a pass with nothing against it but that somebody else has claimed the step. */
export function ableHolding(userId: string, step: PlanStep, state: ReviewState, holders: Holder[]) {
  const holding = holdingOf(userId, step, state, holders);
  if (!holding || againReasons(holding, step, state).length) return null;
  return constraintReasons(holding, step, state).length ? null : holding;
}

/** Constraints of the plan that keep a person from judging a step, in Chinese. */
export function constraintReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  return [...textReasons(person, step, state), ...otherReasons(person, step, state)];
}

/** Constraints besides that on the drafters of the text. */
function otherReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  return [...levelReasons(person, step, state), ...proofReasons(person, step, state)];
}

/**
 * Everybody who may not pass a step, be it through a deputy or as one: each reason comes from what
 * one of the people did. From a 自校 besides everybody is kept who did not draft.
 */
export function barredFrom(step: PlanStep, state: ReviewState): string[] {
  const passes = planSteps(state.plan).flatMap((one) => countedPasses(one, state));
  const amenders = Object.keys(state.hashes).flatMap((key) => amenderOf(key, state) ?? []);
  const known = new Set([...state.drafters, ...passes.flatMap(peopleOf), ...amenders]);
  const reasons = [otherReasons, againReasons, ...(step.ownCheck ? [] : [textReasons])];
  return [...known].filter((userId) => reasons.some((why) => why({ userId }, step, state).length));
}

/** Nobody judges his own work, nor does a deputy for one who wrote it. Never overridable. */
function textReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  const drafted = idsOf(person).some((id) => state.drafters.includes(id));
  if (step.ownCheck) {
    return drafted ? [] : [`“${step.label}”由拟稿人自己承担，您没有起草本稿。`];
  }
  if (!state.plan.constraints.notDrafter || !drafted) return [];
  return ["您（或者您代理的人）参与了本稿的起草，不能审核自己的稿件，请由其他审核人处理。"];
}

function levelReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  const own = stageOf(state.plan, step);
  const other = passedSteps(person, state).find((passed) => clash(passed, step, state));
  if (!other) return [];
  const stage = stageOf(state.plan, other);
  if (stage.key === own.key) {
    return ["本流程的校对人另设，同一人不能又审又校，请由另外的人处理。"];
  }
  return [`您已经通过了本稿的${stage.label}，同一人不能承担两个层级，请由其他审核人处理。`];
}

function proofReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  if (step.kind !== "proof" || !isSatisfied(step, state)) return [];
  const isHis = (section: string) =>
    isProofOf(section, step, state.hashes) &&
    idsOf(person).includes(amenderOf(section, state) ?? "");
  if (!unproofedSections(state).some(isHis)) return [];
  return ["您改过本稿的这一部分，改动要由另外的人校对。"];
}

/** Where all must pass, nobody passes twice, nor once for himself and once for another. */
export function againReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  if (step.policy === "any") return [];
  const ids = idsOf(person);
  const signed = countedPasses(step, state).flatMap(peopleOf);
  if (!ids.some((id) => signed.includes(id))) return [];
  return [`“${step.label}”要不同的人都通过，您（或者您代理的人）已经通过，请等待其他人。`];
}

/** Steps that a person's pass counts for, by himself or by his deputy. */
function passedSteps(person: Person, state: ReviewState): PlanStep[] {
  const ids = idsOf(person);
  const isHis = (pass: DecisionFact) => peopleOf(pass).some((id) => ids.includes(id));
  return planSteps(state.plan).filter((step) => countedPasses(step, state).some(isHis));
}

/** People who may take an open step now, each once and in the way he would take it. */
export function peopleAsked(state: ReviewState, holders: Holder[]): Holder[] {
  const people = openSteps(state).flatMap((step) => peopleAskedFor(step, state, holders));
  return [
    ...new Map(people.toReversed().map((holder) => [holder.userId, holder])).values(),
  ].toReversed();
}

/** The same of one open step. */
export function peopleAskedFor(step: PlanStep, state: ReviewState, holders: Holder[]): Holder[] {
  const claimant = claimantOf(step, state, holders);
  const ids = claimant ? [claimant.id] : new Set(holders.map((holder) => holder.userId));
  return [...ids].flatMap((userId) => ableHolding(userId, step, state, holders) ?? []);
}

/**
 * Steps that nobody, or nobody *different*, can take: a person (all its people where all must
 * pass) is given to each open step so that nobody stands on two levels and no drafter judges.
 * Empty when the plan can be fulfilled.
 */
export function unfillableSteps(state: ReviewState, holders: Holder[]): PlanStep[] {
  const taken: Taken = new Map();
  for (const step of planSteps(state.plan)) {
    for (const id of countedPasses(step, state).flatMap(peopleOf)) stand(taken, id, step);
  }
  const able = new Map(
    planSteps(state.plan)
      .filter((step) => !isSatisfied(step, state))
      .map((step): [PlanStep, Holder[]] => [step, candidates(step, state, holders)]),
  );
  const missing = [...able.keys()].filter((step) => isShort(step, able.get(step) ?? []));
  return missing.length ? missing : firstUnassigned(able, taken, state);
}

/** Nobody at all, or not everybody whom the plan names where all must pass. */
function isShort(step: PlanStep, able: Holder[]): boolean {
  return able.length === 0 || (step.policy === "all" && absentPeople(step, able).length > 0);
}

/** Whom a step names and who is not among the people that can take it in their own right. */
export function absentPeople(step: PlanStep, able: Holder[]): PlanStep["persons"] {
  const own = able.filter((holder) => holder.forId === null).map((holder) => holder.userId);
  return step.persons.filter((person) => !own.includes(person.id));
}

/**
 * Everybody whom a step could be given to in his own right, whatever else he does. A deputy is no
 * further person: where he acts, his principal stands on the step as well.
 */
export function candidates(step: PlanStep, state: ReviewState, holders: Holder[]): Holder[] {
  const able = holders
    .filter((holder) => holder.forId === null && mayHold(holder, step))
    .filter((holder) => !textReasons(holder, step, state).length);
  return able.filter((h, index) => able.findIndex((o) => o.userId === h.userId) === index);
}

/** Whether somebody else could proofread what a person changes in a section. */
export function hasOtherProofreader(
  section: string,
  userId: string,
  state: ReviewState,
  holders: Holder[],
): boolean {
  return planSteps(state.plan)
    .filter((step) => isProofOf(section, step, state.hashes))
    .flatMap((step) => candidates(step, state, holders))
    .some((person) => !idsOf(person).includes(userId));
}
