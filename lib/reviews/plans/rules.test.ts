import { describe, expect, it, test } from "vitest";
import { planProblems, planSteps, planUses } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";

/** The standard plan with some steps otherwise. */
function withStep(key: string, changes: Partial<PlanStep>, plan = standardPlan): PlanDefinition {
  const change = (step: PlanStep) => (step.key === key ? { ...step, ...changes } : step);
  const stages = plan.stages.map((stage) => ({ ...stage, steps: stage.steps.map(change) }));
  return { ...plan, stages };
}

/** The standard plan with only some of its steps. */
function onlySteps(keep: (step: PlanStep) => boolean): PlanDefinition {
  const kept = standardPlan.stages.map((s) => ({ ...s, steps: s.steps.filter(keep) }));
  return { ...standardPlan, stages: kept };
}

const { signed, ownCheck } = readyPlans as Record<string, PlanDefinition>;

test.each(Object.keys(readyPlans))("the ready-made plan %s has no problem", (code) => {
  expect(planProblems(readyPlans[code] as PlanDefinition)).toEqual([]);
});

describe("what a plan trips over, and what is near it and right", () => {
  const [first, second, third] = standardPlan.stages;
  const staged = (stages: (typeof first | undefined)[]) => ({
    ...standardPlan,
    stages: stages.flatMap((stage) => stage ?? []),
  });
  it.each<[string, PlanDefinition, PlanDefinition]>([
    ["请给流程起一个名称。", { ...standardPlan, name: " " }, { ...standardPlan, name: "本局流程" }],
    [
      "请给第 2 级起一个名称。",
      staged([first, second && { ...second, label: "" }]),
      staged([first, second && { ...second, label: "复审" }]),
    ],
    [
      "“一审一校（初审）”没有环节",
      staged([first && { ...first, steps: [] }, second]),
      staged([first && { ...first, steps: first.steps.slice(0, 1) }, second]),
    ],
    [
      "标识“level1”用了不止一次",
      staged([first, second && { ...second, key: "level1" }]),
      staged([first, second && { ...second, key: "review1" }]),
    ],
    [
      "标识“review1”用了不止一次",
      withStep("review3", { key: "review1" }),
      withStep("review3", { key: "review4" }),
    ],
    [
      "逐级升高",
      staged([first, second && { ...second, level: 1 }, third]),
      staged([first, second && { ...second, level: 9 }, third && { ...third, level: 10 }]),
    ],
    [
      "请给每个审环节起一个名称。",
      withStep("review1", { label: " " }),
      withStep("review1", { label: "初审" }),
    ],
    [
      "“一审”由校对人承担不合适，审由审核人承担。",
      withStep("review1", { role: "PROOFREADER" }),
      withStep("review1", { kind: "cosign", role: "PROOFREADER" }),
    ],
    [
      "“一校”由审核人承担不合适，校由校对人承担。",
      withStep("proof1", { role: "REVIEWER" }),
      withStep("proof1", { kind: "review", role: "REVIEWER" }),
    ],
    [
      "“报送审核”由审核人承担不合适",
      withStep("file", { role: "REVIEWER" }, signed),
      withStep("file", { days: 5 }, signed),
    ],
    [
      "“一审”由主管部门经办人承担不合适",
      withStep("review1", { role: "SUPERVISOR" }),
      withStep("review1", { kind: "file", role: "SUPERVISOR" }),
    ],
    [
      "“自校”由校对人承担不合适，自校由拟稿人承担。",
      withStep("proof1", { role: "PROOFREADER" }, ownCheck),
      withStep("proof1", { role: "PROOFREADER", ownCheck: false }, ownCheck),
    ],
    [
      "“一审”不是校，不能设为自校。",
      withStep("review1", { ownCheck: true, role: "DRAFTER" }),
      withStep("proof1", { ownCheck: true, role: "DRAFTER" }),
    ],
    [
      "“自校”是自校，由起草本稿的人承担，不能指定人员。",
      withStep("proof1", { persons: [{ id: "u", name: "马" }] }, ownCheck),
      withStep("proof2", { persons: [{ id: "u", name: "马" }] }, ownCheck),
    ],
    [
      "“自校”是自校，不能直接改稿。",
      withStep("proof1", { mayEdit: true }, ownCheck),
      withStep("proof2", { mayEdit: true }, ownCheck),
    ],
    [
      "“报送审核”是报送审核，不能直接改稿。",
      withStep("file", { mayEdit: true }, signed),
      withStep("sign", { mayEdit: true }, signed),
    ],
    [
      "“一审”不是校，不能限制差错数。",
      withStep("review1", { errorLimit: 0 }),
      withStep("proof1", { errorLimit: 0 }),
    ],
    [
      "“一校”的差错数限额要在 0 到 999 之间",
      withStep("proof1", { errorLimit: -1 }),
      withStep("proof1", { errorLimit: 999 }),
    ],
    [
      "“一审”的限办天数要在 1 到 90 之间",
      withStep("review1", { days: 0.5 }),
      withStep("review1", { days: 90 }),
    ],
    [
      "“一审”的审核清单里有空白的一项",
      withStep("review1", { checklist: [{ key: "a", label: "" }] }),
      withStep("review1", { checklist: [] }),
    ],
    [
      "“一审”的审核清单里有标识相同的项。",
      withStep("review1", { checklist: [1, 2].map((n) => ({ key: "a", label: `第${n}项` })) }),
      withStep("review1", { checklist: [1, 2].map((n) => ({ key: `a${n}`, label: "同一项" })) }),
    ],
    [
      "“一审”的范围里有报告没有的部分：answers。",
      withStep("review1", { scope: ["title", "answers"] }),
      withStep("review1", { scope: ["title", "problems"] }),
    ],
    [
      "“一审”没有选范围",
      withStep("review1", { scope: [] }),
      withStep("review1", { scope: ["title"] }),
    ],
    [
      "至少要有一个审或者签发",
      onlySteps((step) => step.kind === "proof"),
      onlySteps((step) => step.kind === "proof" || step.key === "review3"),
    ],
    [
      "允许直接改稿的流程至少要有一个校",
      withStep(
        "review1",
        { mayEdit: true },
        onlySteps((step) => step.kind === "review"),
      ),
      withStep("review1", { mayEdit: true }),
    ],
  ])("%s", (words, wrong, right) => {
    expect(planProblems(wrong).filter((problem) => problem.includes(words))).toHaveLength(1);
    expect(planProblems(right).filter((problem) => problem.includes(words))).toEqual([]);
  });

  it("names all that is wrong at once", () => {
    const wrong = withStep("review1", {
      label: "",
      errorLimit: 3,
      checklist: [{ key: "a", label: "" }],
    });
    expect(planProblems(wrong)).toHaveLength(3);
    expect(planSteps(wrong)).toHaveLength(6);
  });
});

test("what is in use cannot be deleted", () => {
  expect(planUses([], 0)).toEqual([]);
  expect(planUses(["司法局"], 2)).toHaveLength(2);
});
