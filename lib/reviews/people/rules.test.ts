import { describe, expect, it } from "vitest";
import { constraintReasons, unfillableSteps } from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import type { ReviewState } from "@/lib/reviews/schema";
import {
  decision,
  holdersOf,
  levelPassed,
  planWith,
  reviewOf,
  textHashes,
} from "@/tests/support/facts";

function step(key: string, state: ReviewState): PlanStep {
  const found = planSteps(state.plan).find((s) => s.key === key);
  if (!found) throw new Error(`No step ${key}`);
  return found;
}

const keys = (steps: PlanStep[]) => steps.map((s) => s.key);

describe("what keeps a person from a step", () => {
  it("two levels by one person", () => {
    const state = reviewOf({ decisions: levelPassed(1, "both") });
    expect(constraintReasons({ userId: "both" }, step("review2", state), state)).toEqual([
      expect.stringContaining("一审一校"),
    ]);
    expect(constraintReasons({ userId: "both" }, step("proof1", state), state)).toEqual([]);
    expect(constraintReasons({ userId: "review2" }, step("review2", state), state)).toEqual([]);
    const free = reviewOf({ ...state, plan: planWith({ distinctLevels: false }) });
    expect(constraintReasons({ userId: "both" }, step("review2", free), free)).toEqual([]);
  });

  it("the proofreader of any level stands on one of them too", () => {
    const state = reviewOf({ decisions: [decision("proof1", "proof1")] });
    expect(constraintReasons({ userId: "proof1" }, step("proof2", state), state)).toHaveLength(1);
  });

  it("a pass that lapsed binds nobody to its level", () => {
    const hashes = { ...textHashes, title: "t2" };
    const state = reviewOf({ decisions: levelPassed(1, "both"), hashes });
    expect(constraintReasons({ userId: "both" }, step("review2", state), state)).toEqual([]);
  });

  it("one's own text", () => {
    const state = reviewOf({ drafters: ["clerk", "review2"] });
    expect(constraintReasons({ userId: "review2" }, step("review2", state), state)).toEqual([
      expect.stringContaining("起草"),
    ]);
  });
});

describe("whether enough different people exist", () => {
  const short = (names: string[], changes: Partial<ReviewState> = {}) =>
    keys(unfillableSteps(reviewOf(changes), holdersOf(...names)));

  it.each([
    ["three levels by three people", ["review1", "review2", "review3"], []],
    ["nobody on level three", ["review1", "review2", "proof1"], ["review3"]],
    ["nobody at all", ["clerk"], ["review1", "proof1", "review2", "proof2", "review3", "proof3"]],
    ["one person for level one and two", ["both", "review3"], ["review2"]],
    ["one more for level two", ["both", "review2", "review3"], []],
    ["one more for level one", ["both", "review1", "review3"], []],
    ["a proofreader of any level does not review", ["review1", "proof1", "review3"], ["review2"]],
  ])("%s", (_, names, missing) => {
    expect(short(names)).toEqual(missing);
  });

  it("a reviewer who drafted is not counted", () => {
    const names = ["review1", "review2", "review3"];
    expect(short(names, { drafters: ["review2"] })).toEqual(["review2", "proof2"]);
    expect(short([...names, "both"], { drafters: ["review2"] })).toEqual([]);
    expect(short([...names, "both"], { drafters: ["review1", "review2"] })).toHaveLength(1);
  });

  it("everybody whom the plan names has to be there where all must pass", () => {
    const naming = (policy: PlanStep["policy"], ...names: string[]) => {
      const persons = names.map((id) => ({ id, name: id }));
      const [first, ...others] = standardPlan.stages;
      const [review, proof] = first?.steps ?? [];
      if (!first || !review || !proof) throw new Error("No level one");
      const steps = [{ ...review, policy, persons, level: null }, proof];
      const plan = { ...standardPlan, stages: [{ ...first, distinct: false, steps }, ...others] };
      return short([], { plan });
    };
    expect(naming("all", "review1", "both")).toEqual([]);
    expect(naming("all", "review1", "gone")).toEqual(["review1"]);
    expect(naming("all", "review1", "clerk")).toEqual(["review1"]);
    expect(naming("any", "review1", "gone")).toEqual([]);
  });

  it("who passed a level that still counts is bound to it", () => {
    const decisions = levelPassed(1, "both");
    expect(short(["both", "review1", "review3"], { decisions })).toHaveLength(1);
    expect(short(["both", "review2", "review3"], { decisions })).toEqual([]);
  });

  it("where all of a level must pass, each of them is bound to it", () => {
    const names = ["review1", "both", "review3"];
    expect(short(names)).toEqual([]);
    expect(short(names, { plan: planWith({}, ["review1"]) })).toHaveLength(1);
    expect(short([...names, "review2"], { plan: planWith({}, ["review1"]) })).toEqual([]);
    const plan = planWith({}, ["review1", "review2"]);
    expect(short([...names, "review2"], { plan })).toHaveLength(1);
  });

  it("a level that is passed needs nobody any more", () => {
    const decisions = levelPassed(1, "review1");
    expect(short(["review2", "review3"], { decisions })).toEqual([]);
  });
});
