import { describe, expect, it } from "vitest";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import { planWarnings, withNames } from "@/lib/reviews/staffing/rules";
import { holdersOf, planWith } from "@/tests/support/facts";

const { ownCheck, township } = readyPlans as Record<string, PlanDefinition>;
const superior = {
  userId: "super",
  name: "super",
  role: "SUPERVISOR",
  level: null,
  forId: null,
  forName: null,
};

/** The standard plan with a 会签 by named people before its last level. */
function cosigned(policy: PlanStep["policy"], ...names: string[]): PlanDefinition {
  const [first, second, third] = standardPlan.stages;
  const [review] = first?.steps ?? [];
  if (!first || !second || !third || !review) throw new Error("No standard plan");
  const persons = names.map((id) => ({ id, name: id }));
  const step: PlanStep = { ...review, key: "cosign1", kind: "cosign", label: "会签", level: null };
  const stage = {
    ...first,
    key: "cosigning",
    label: "会签",
    level: 3,
    distinct: false,
    steps: [{ ...step, role: "PROOFREADER" as const, policy, persons }],
  };
  return { ...standardPlan, stages: [first, second, stage, { ...third, level: 4 }] };
}

describe("what a bureau's people cannot fill", () => {
  it.each<[string, PlanDefinition, string[], RegExp[]]>([
    ["the standard plan by three", standardPlan, ["clerk", "review1", "review2", "review3"], []],
    [
      "without anybody of the second level",
      standardPlan,
      ["clerk", "review1", "review3"],
      [/^“二审”没有人可以承担：没有拟稿人以外的第 2 级审核人/, /^“二校”没有人/],
    ],
    [
      "two levels by one person",
      standardPlan,
      ["clerk", "both", "review3"],
      [/^“.审”没有另外的人可以承担/],
    ],
    ["nobody to draft", standardPlan, ["review1"], [/^本单位没有拟稿人/]],
    [
      "an own check is the drafter's",
      ownCheck as PlanDefinition,
      ["clerk", "review2", "review3"],
      [],
    ],
    ["a township of two", township as PlanDefinition, ["clerk", "review1"], []],
    [
      "a township of one",
      township as PlanDefinition,
      ["clerk"],
      [/^“二审”没有人/, /^“二校”没有人/],
    ],
    ["named people, all there", cosigned("all", "proof1", "review1"), [], []],
  ])("%s", (_, plan, names, expected) => {
    const warnings = planWarnings(plan, holdersOf(...names));
    expect(warnings).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(warnings[index]).toMatch(pattern);
  });

  it("the superior's step is filled by the superior's people alone", () => {
    const signed = readyPlans.signed as PlanDefinition;
    expect(planWarnings(signed, holdersOf())).toEqual([expect.stringMatching(/^“报送审核”没有人/)]);
    expect(planWarnings(signed, [...holdersOf(), superior])).toEqual([]);
  });

  it("says whom a step names that is gone, and that all cannot pass without him", () => {
    const all = planWarnings(cosigned("all", "proof1", "gone"), holdersOf());
    expect(all).toEqual([
      expect.stringMatching(/^“会签”要每个人都通过，指定的人员没有到齐/),
      expect.stringMatching(/^“会签”指定的gone现在没有校对人的职责/),
    ]);
    const any = planWarnings(cosigned("any", "proof1", "gone"), holdersOf());
    expect(any).toEqual([expect.stringMatching(/^“会签”指定的gone/)]);
  });

  it("one drafter who can be reviewed is enough", () => {
    // both drafts too: his own text would lack a second level, clerk's would not.
    const drafting = {
      userId: "both",
      name: "both",
      role: "DRAFTER",
      level: null,
      forId: null,
      forName: null,
    };
    const holders = [...holdersOf("clerk", "review1", "both", "review3"), drafting];
    expect(planWarnings(standardPlan, holders)).toEqual([]);
    expect(
      planWarnings(
        standardPlan,
        holders.filter((h) => h.userId !== "clerk"),
      ),
    ).toHaveLength(2);
  });

  it("warns where the drafter may judge his own work", () => {
    const warnings = planWarnings(planWith({ notDrafter: false }), holdersOf());
    expect(warnings).toEqual([expect.stringMatching(/^本流程允许拟稿人审核自己/)]);
  });
});

describe("the names of those a plan names", () => {
  it("come from the installation, and nobody is asked yet", () => {
    const plan = cosigned("all", "proof1");
    const asked = {
      ...plan,
      stages: plan.stages.map((stage) => ({
        ...stage,
        steps: stage.steps.map((s) => ({ ...s, asked: s.persons })),
      })),
    };
    const named = withNames(asked, new Map([["proof1", "白云霞"]]));
    expect(named.reasons).toEqual([]);
    expect(named.plan.stages[2]?.steps[0]).toMatchObject({
      persons: [{ id: "proof1", name: "白云霞" }],
      asked: [],
    });
  });

  it("a stranger is refused, naming the step", () => {
    expect(withNames(cosigned("any", "proof1"), new Map()).reasons).toEqual([
      "“会签”指定的人员不在本单位，请重新选择。",
    ]);
  });
});
