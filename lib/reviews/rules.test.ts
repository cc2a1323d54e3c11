import { describe, expect, it } from "vitest";
import { peopleAsked } from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import {
  countedPasses,
  currentStage,
  isSatisfied,
  openSteps,
  sectionsToConfirm,
  seenText,
  withPasses,
} from "@/lib/reviews/rules";
import type { ReviewState } from "@/lib/reviews/schema";
import {
  decision,
  holdersOf,
  levelPassed,
  planWith,
  reviewOf,
  textHashes,
} from "@/tests/support/facts";

const everybody = holdersOf();

function step(key: string, state: ReviewState): PlanStep {
  const found = planSteps(state.plan).find((s) => s.key === key);
  if (!found) throw new Error(`No step ${key}`);
  return found;
}

const keys = (steps: PlanStep[]) => steps.map((s) => s.key);
const open = (state: ReviewState) => keys(openSteps(state));
const counted = (key: string, state: ReviewState) =>
  countedPasses(step(key, state), state).map((d) => d.actorId);

describe("passes that count", () => {
  it("are those of the step itself", () => {
    const state = reviewOf({ decisions: [decision("review1", "review1")] });
    expect(counted("review1", state)).toEqual(["review1"]);
    expect(counted("proof1", state)).toEqual([]);
  });

  it.each(["title", "applications", "problems"])("lapse when %s becomes another text", (key) => {
    const decisions = [decision("review1", "review1")];
    const hashes = { ...textHashes, [key]: "other" };
    expect(counted("review1", reviewOf({ decisions, hashes }))).toEqual([]);
  });

  it("hold again when the very text that was judged comes back", () => {
    const decisions = [decision("review1", "review1"), decision("review1", "both")];
    const judged = { ...textHashes, title: "t2" };
    decisions[1] = decision("review1", "both", { hashes: judged });
    expect(counted("review1", reviewOf({ decisions }))).toEqual(["review1"]);
    expect(counted("review1", reviewOf({ decisions, hashes: judged }))).toEqual(["both"]);
  });

  it("of a step with a scope of its own hang on that scope alone", () => {
    const plan = planWith({});
    const [first] = plan.stages[0]?.steps ?? [];
    if (first) first.scope = ["applications"];
    const decisions = [decision("review1", "review1", { hashes: { applications: "a1" } })];
    const edited = (key: string) => ({ ...textHashes, [key]: "other" });
    expect(counted("review1", reviewOf({ plan, decisions, hashes: edited("title") }))).toHaveLength(
      1,
    );
    const lapsed = reviewOf({ plan, decisions, hashes: edited("applications") });
    expect(counted("review1", lapsed)).toEqual([]);
  });

  it("are taken back by a return of the same step, not of another", () => {
    const passes = [...levelPassed(1, "review1"), ...levelPassed(2, "review2")];
    const back = decision("review2", "review2", { kind: "RETURN" });
    const state = reviewOf({ decisions: [...passes, back] });
    expect(counted("review2", state)).toEqual([]);
    expect(counted("proof2", state)).toEqual(["review2"]);
    expect(counted("review1", state)).toEqual(["review1"]);
    const again = decision("review2", "both");
    expect(counted("review2", reviewOf({ decisions: [...passes, back, again] }))).toEqual(["both"]);
  });

  it("are not those of a person who became a drafter of the text", () => {
    const decisions = [decision("review1", "review1")];
    const drafters = ["clerk", "review1"];
    expect(counted("review1", reviewOf({ decisions, drafters }))).toEqual([]);
    const plan = planWith({ notDrafter: false });
    expect(counted("review1", reviewOf({ decisions, drafters, plan }))).toEqual(["review1"]);
  });

  it("carry over into the next round, unless everything starts again", () => {
    const decisions = levelPassed(1, "review1");
    expect(open(reviewOf({ decisions, roundNo: 2 }))).toEqual(["review2", "proof2"]);
    const plan = planWith({ restart: true });
    expect(open(reviewOf({ decisions, roundNo: 2, plan }))).toEqual(["review1", "proof1"]);
    expect(open(reviewOf({ decisions, roundNo: 1, plan }))).toEqual(["review2", "proof2"]);
  });
});

describe("whose turn it is", () => {
  it("stage follows stage, and the steps of one run side by side", () => {
    const decisions = [decision("proof1", "proof1")];
    expect(open(reviewOf())).toEqual(["review1", "proof1"]);
    expect(open(reviewOf({ decisions }))).toEqual(["review1"]);
    decisions.push(decision("review1", "review1"));
    expect(open(reviewOf({ decisions }))).toEqual(["review2", "proof2"]);
  });

  it("an early pass of a later stage does not open that stage", () => {
    const state = reviewOf({ decisions: levelPassed(3, "review3") });
    expect(open(state)).toEqual(["review1", "proof1"]);
  });

  it("is nobody's once all levels passed, and level one's again after an edit", () => {
    const decisions = [1, 2, 3].flatMap((level) => levelPassed(level, `review${level}`));
    expect(currentStage(reviewOf({ decisions }))).toBeNull();
    const edited = reviewOf({ decisions, hashes: { ...textHashes, problems: "p2" } });
    expect(currentStage(edited)?.key).toBe("level1");
  });

  it("withPasses tells what an act would lead to, and leaves the facts alone", () => {
    const state = reviewOf();
    const steps = openSteps(state);
    const person = { userId: "review1", name: "review1" };
    const after = withPasses(state, steps, person, new Date("2026-01-06T00:00:00Z"));
    expect(open(after)).toEqual(["review2", "proof2"]);
    expect(state.decisions).toEqual([]);
  });

  it("asks everybody who may take an open step, each once", () => {
    const names = (state: ReviewState) => peopleAsked(state, everybody).map((h) => h.userId);
    expect(names(reviewOf()).toSorted()).toEqual(["both", "proof1", "review1"]);
    const state = reviewOf({ decisions: levelPassed(1, "both"), drafters: ["review2"] });
    expect(names(state)).toEqual(["proof1"]);
  });
});

describe("the policy of a step", () => {
  const plan = planWith({}, ["review1"]);
  const asked = ["review1", "both"].map((name) => ({ id: name, name }));
  for (const one of plan.stages.flatMap((stage) => stage.steps)) {
    if (one.key === "review1") one.asked = asked;
  }
  const satisfied = (decisions: ReviewState["decisions"], changes: Partial<ReviewState> = {}) => {
    const state = reviewOf({ plan, decisions, ...changes });
    return isSatisfied(step("review1", state), state);
  };

  it("all: everybody who was asked when the round opened must pass", () => {
    expect(satisfied([decision("review1", "review1")])).toBe(false);
    expect(satisfied([decision("review1", "review1"), decision("review1", "both")])).toBe(true);
    expect(satisfied([], { plan: planWith({}, ["review1"]) })).toBe(false);
  });

  it("all: a place that was handed over is its new holder's", () => {
    const toId = "review2";
    const handovers = [{ step: "review1", fromId: "both", toId, toName: toId }];
    const passed = [decision("review1", "review1")];
    expect(satisfied([...passed, decision("review1", "both")], { handovers })).toBe(false);
    expect(satisfied([...passed, decision("review1", "review2")], { handovers })).toBe(true);
    const elsewhere = [{ ...handovers[0], step: "review2" }] as ReviewState["handovers"];
    expect(satisfied([...passed, decision("review1", "review2")], { handovers: elsewhere })).toBe(
      false,
    );
  });

  it("all: a deputy's pass is that of the person for whom he acts", () => {
    const deputy = decision("review1", "proof1", { forId: "both", forName: "both" });
    expect(satisfied([decision("review1", "review1"), deputy])).toBe(true);
  });

  it("any: one pass is enough, also of somebody who has left since", () => {
    const state = reviewOf({ decisions: [decision("review1", "review1")] });
    expect(isSatisfied(step("review1", state), state)).toBe(true);
  });
});

describe("a reviewer's own change that nobody else has proofread", () => {
  const hashes = { ...textHashes, problems: "p2" };
  const amendment = {
    roundNo: 1,
    step: "review3",
    section: "problems",
    beforeHash: "p1",
    afterHash: "p2",
    reason: "改稿。",
    actorId: "review3",
    actorName: "review3",
    at: "2026-01-05T00:00:00.000Z",
  };
  const scopes: Record<string, string[]> = { proof1: ["problems"], proof2: ["title"] };
  const plan = planWith({});
  for (const one of planSteps(plan)) one.scope = scopes[one.key] ?? "all";
  const after = { hashes };
  const judged = [
    ...levelPassed(1, "review3", after),
    decision("review2", "review2", after),
    decision("proof2", "review2", { hashes: { title: "t1" } }),
    ...levelPassed(3, "review3", after),
  ];
  const state = reviewOf({ plan, hashes, amendments: [amendment], decisions: judged });

  it("is asked of the last 校 that judges the section", () => {
    const loose = { ...plan, constraints: { ...plan.constraints, distinctLevels: false } };
    expect(open({ ...state, plan: loose })).toEqual(["proof3"]);
    const short = { ...loose, stages: loose.stages.slice(0, 2) };
    expect(open({ ...state, plan: short })).toEqual(["proof1"]);
  });

  it("is confirmed by whoever passed before it, where nothing else became another", () => {
    const round = reviewOf({
      hashes,
      amendments: [amendment],
      decisions: levelPassed(1, "review1"),
    });
    const [review1] = planSteps(round.plan);
    const asked = (changes: Partial<ReviewState>) =>
      review1 && sectionsToConfirm(review1, { ...round, ...changes }, "review1");
    const at = "2027-01-05T00:00:00.000Z";
    expect(asked({ amendments: [{ ...amendment, at }] })).toEqual(["problems"]);
    const title = { ...hashes, title: "t2" };
    expect(asked({ amendments: [{ ...amendment, at }], hashes: title })).toEqual([]);
    expect(asked({ amendments: [{ ...amendment, at }], roundNo: 2 })).toEqual([]);
  });

  it("is through once another has proofread it, or the text is the drafter's again", () => {
    const loose = { ...plan, constraints: { ...plan.constraints, distinctLevels: false } };
    const proof = decision("proof3", "proof1", after);
    expect(open({ ...state, plan: loose, decisions: [...judged, proof] })).toEqual([]);
    const other = { ...amendment, afterHash: "p9" };
    expect(open({ ...state, plan: loose, amendments: [other] })).toEqual([]);
  });
});

it("what a person last judged is compared with, else what the round before ended with", () => {
  const decisions = [decision("review1", "review1"), decision("review1", "review1")];
  const last = decision("review1", "review1", { roundNo: 3 });
  decisions[1] = last;
  const state = reviewOf({ decisions, roundNo: 4 });
  expect(seenText(state, "review1")).toEqual({ own: true, decisionId: last.id });
  expect(seenText(state, "review2")).toEqual({ own: false, roundNo: 3 });
  expect(seenText(reviewOf(), "review2")).toBeNull();
});
