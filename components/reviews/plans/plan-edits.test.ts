import { describe, expect, it, test } from "vitest";
import {
  addItem,
  addStage,
  addStep,
  asKind,
  asOwnCheck,
  asRole,
  canMoveStep,
  moveStage,
  moveStep,
  removeStage,
  removeStep,
} from "@/components/reviews/plans/plan-edits";
import { planProblems, planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";

const shape = (plan: PlanDefinition) =>
  plan.stages.map((stage) => `${stage.level}:${stage.steps.map((step) => step.key).join(",")}`);

function step(key: string, plan = standardPlan): PlanStep {
  const found = planSteps(plan).find((one) => one.key === key);
  if (!found) throw new Error(`No step ${key}`);
  return found;
}

describe("moving", () => {
  it.each<[string, PlanDefinition, string[]]>([
    [
      "a step down",
      moveStep(standardPlan, "review1", 1),
      ["1:proof1,review1", "2:review2,proof2", "3:review3,proof3"],
    ],
    [
      "a step into the next level",
      moveStep(standardPlan, "proof1", 1),
      ["1:review1", "2:proof1,review2,proof2", "3:review3,proof3"],
    ],
    [
      "a step into the level before",
      moveStep(standardPlan, "review2", -1),
      ["1:review1,proof1,review2", "2:proof2", "3:review3,proof3"],
    ],
    ["the first step up: nowhere", moveStep(standardPlan, "review1", -1), shape(standardPlan)],
    ["the last step down: nowhere", moveStep(standardPlan, "proof3", 1), shape(standardPlan)],
    [
      "a level up, numbered by its place",
      moveStage(standardPlan, "level3", -1),
      ["1:review1,proof1", "2:review3,proof3", "3:review2,proof2"],
    ],
    ["the first level up: nowhere", moveStage(standardPlan, "level1", -1), shape(standardPlan)],
  ])("%s", (_, plan, expected) => expect(shape(plan)).toEqual(expected));

  it("is offered only where it leads somewhere", () => {
    expect(canMoveStep(standardPlan, "review1", -1)).toBe(false);
    expect(canMoveStep(standardPlan, "review1", 1)).toBe(true);
    expect(canMoveStep(standardPlan, "proof3", 1)).toBe(false);
    expect(canMoveStep(standardPlan, "proof3", -1)).toBe(true);
  });
});

describe("adding and taking away", () => {
  it("a new step and a new level have keys of their own, and the plan still works", () => {
    const more = addStage(addStep(addStep(standardPlan, "level2"), "level2"));
    expect(shape(more).slice(1)).toEqual([
      "2:review2,proof2,step1,step2",
      "3:review3,proof3",
      "4:step3",
    ]);
    expect(planProblems(more)).toEqual([]);
  });

  it("what is left is numbered anew", () => {
    expect(shape(removeStage(standardPlan, "level1"))).toEqual([
      "1:review2,proof2",
      "2:review3,proof3",
    ]);
    expect(shape(removeStep(standardPlan, "proof2"))[1]).toBe("2:review2");
  });

  it("a new item of a checklist has a key that none of the others has", () => {
    const items = addItem(addItem([{ key: "item2", label: "二" }]));
    expect(items.map((item) => item.key)).toEqual(["item2", "item1", "item3"]);
  });
});

describe("another kind or role brings nothing along that would not fit", () => {
  const kinds = ["review", "proof", "cosign", "sign", "file"] as const;
  const everything = { mayEdit: true, errorLimit: 3, days: 2 };
  const all = [
    ...planSteps(readyPlans.signed as PlanDefinition),
    step("proof1", readyPlans.ownCheck),
  ];
  test.each(all.flatMap((one) => kinds.map((kind) => [one.label, kind, one] as const)))(
    "%s as %s",
    (_, kind, one) => {
      const changed = asKind({ ...one, ...everything }, kind);
      const [first, ...others] = standardPlan.stages;
      if (!first) throw new Error("No level one");
      const plan = {
        ...standardPlan,
        stages: [{ ...first, steps: [{ ...changed, key: "changed" }] }, ...others],
      };
      const own = changed.ownCheck ? ["“自校”是自校，不能直接改稿。"] : [];
      expect(planProblems(plan)).toEqual(own);
    },
  );

  it("the people named had the old role", () => {
    const named = { ...step("review2"), persons: [{ id: "u", name: "马" }] };
    expect(asRole(named, "REVIEWER")).toBe(named);
    expect(asRole(named, "PUBLISHER")).toMatchObject({ persons: [], level: null });
    expect(asRole(step("review2"), "PROOFREADER").level).toBe(2);
  });

  it("an own check is the drafter's, and back again the proofreader's", () => {
    const own = asOwnCheck({ ...step("proof1"), mayEdit: true }, true);
    expect(own).toMatchObject({ role: "DRAFTER", ownCheck: true, mayEdit: false, level: null });
    expect(asOwnCheck(own, false)).toMatchObject({ role: "PROOFREADER", ownCheck: false });
  });
});
