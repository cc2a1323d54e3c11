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
  askedOf,
  claimantOf,
  countedPasses,
  isProofOf,
  isSatisfied,
  openSteps,
  peopleOf,
  unproofedSections,
} from "@/lib/reviews/rules";
import type { DecisionFact, Holder, ReviewState } from "@/lib/reviews/schema";

/** Whether a role that somebody holds is the one that a step asks for. */
export function mayHold(holder: Omit<Holder, "name" | "forName">, step: PlanStep): boolean {
  if (holder.role !== step.role) return false;
  const owner = holder.forId ?? holder.userId;
  if (step.persons.length) return step.persons.some((person) => person.id === owner);
  return holder.level === null || step.level === null || holder.level === step.level;
}

/** How a person may take a step: in his own right first, else as a deputy; null when not at all. */
export function holdingOf(
  userId: string,
  step: PlanStep,
  state: ReviewState,
  holders: Holder[],
): Holder | null {
  const mine = holders.filter((h) => h.userId === userId && mayHold(h, step));
  const asked = step.policy === "all" ? askedOf(step, state) : null;
  const fitting = asked ? mine.filter((h) => asked.includes(h.forId ?? h.userId)) : mine;
  return fitting.find((h) => h.forId === null) ?? fitting[0] ?? null;
}

/** Constraints of the plan that keep a person from judging a step, in Chinese. */
export function constraintReasons(person: Person, step: PlanStep, state: ReviewState): string[] {
  return [
    ...textReasons(person, step, state),
    ...levelReasons(person, step, state),
    ...proofReasons(person, step, state),
  ];
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

/** Steps that a person's pass counts for, by himself or by his deputy. */
function passedSteps(person: Person, state: ReviewState): PlanStep[] {
  const ids = idsOf(person);
  const isHis = (pass: DecisionFact) => peopleOf(pass).some((id) => ids.includes(id));
  return planSteps(state.plan).filter((step) => countedPasses(step, state).some(isHis));
}

/** People who may take an open step now, each once. */
export function peopleAsked(state: ReviewState, holders: Holder[]): Holder[] {
  const people = openSteps(state).flatMap((step) => {
    const claimant = claimantOf(step, state, holders);
    return ableHolders(step, state, holders).filter(
      (holder) => !claimant || claimant.id === holder.userId,
    );
  });
  return [...new Map(people.map((holder) => [holder.userId, holder])).values()];
}

function ableHolders(step: PlanStep, state: ReviewState, holders: Holder[]): Holder[] {
  return holders.filter((holder) => {
    const holding = holdingOf(holder.userId, step, state, holders);
    return holding !== null && !constraintReasons(holding, step, state).length;
  });
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

/** Everybody whom a step could be given to, whatever else he does; each once, in his own right first. */
export function candidates(step: PlanStep, state: ReviewState, holders: Holder[]): Holder[] {
  const able = holders
    .filter((holder) => mayHold(holder, step))
    .filter((holder) => !textReasons(holder, step, state).length)
    .toSorted((a, b) => Number(a.forId !== null) - Number(b.forId !== null));
  const asked = step.policy === "all" ? askedOf(step, state) : [];
  const fitting = asked.length ? able.filter((h) => asked.includes(h.forId ?? h.userId)) : able;
  return fitting.filter((h, index) => fitting.findIndex((o) => o.userId === h.userId) === index);
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
