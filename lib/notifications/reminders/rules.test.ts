import { describe, expect, it } from "vitest";
import {
  isTimeToRemind,
  stepReminders,
  type Unsent,
  yearReminders,
} from "@/lib/notifications/reminders/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { factsOf, levelPassed, roundOf } from "@/tests/support/facts";

const sfj: Unsent = {
  bureauId: "sfj",
  bureauName: "灋河回族区司法局",
  scope: "OWN",
  reportId: "report",
  draft: "DRAFT",
  drafterIds: ["clerk", "clerk2"],
};

/** At ten in the morning in China. */
const on = (day: string) => new Date(`${day}T02:00:00Z`);
const told = (day: string, changes: Partial<Unsent> = {}) =>
  yearReminders([{ ...sfj, ...changes }], 2025, on(day));

describe("the deadline of a year", () => {
  it.each([
    ["2025-12-31", null, ""],
    ["2026-01-01", 30, "距截止 30 天"],
    ["2026-01-20", 30, "距截止 11 天"],
    ["2026-01-24", 7, "距截止 7 天"],
    ["2026-01-28", 3, "距截止 3 天"],
    ["2026-01-30", 1, "距截止 1 天"],
    ["2026-01-31", 0, "今天截止"],
    ["2026-02-01", -1, "已逾期 1 天"],
    ["2026-02-06", -1, "已逾期 6 天"],
    ["2026-02-07", -7, "已逾期 7 天"],
    ["2026-02-20", -14, "已逾期 20 天"],
    ["2026-02-21", null, ""],
  ])("seen on %s: mark %s", (day, mark, words) => {
    const [first, second, ...rest] = told(day);
    expect(rest).toEqual([]);
    if (mark === null) return expect(first).toBeUndefined();
    expect([first?.userIds, second?.userIds]).toEqual([["clerk"], ["clerk2"]]);
    expect(first?.key).toBe(`year/sfj/2025/OWN/clerk/${mark}`);
    expect(first?.text).toBe(
      `灋河回族区司法局2025年度报告还没有送审（2026年1月31日截止，${words}）。`,
    );
  });

  it("of a report that nobody opened, that came back, that is a 汇总", () => {
    const none = { reportId: null, draft: null };
    expect(told("2026-01-30", none)[0]).toMatchObject({
      text: expect.stringContaining("还没有开始编制"),
      href: "/desk",
    });
    expect(told("2026-01-30", { draft: "RETURNED" })[0]?.text).toContain("还没有重新送审");
    expect(told("2026-01-30", { scope: "AREA" })[0]?.text).toContain(
      "（汇总）还没有送审（2026年2月20日截止，距截止 21 天）",
    );
  });

  it("wakes nobody", () => {
    expect(isTimeToRemind(new Date("2026-01-05T00:59:59Z"))).toBe(false);
    expect(isTimeToRemind(new Date("2026-01-05T01:00:00Z"))).toBe(true);
    expect(isTimeToRemind(new Date("2026-01-05T16:30:00Z"))).toBe(false);
  });
});

/** The standard plan with days for its steps. */
function planIn(days: Record<string, number>): PlanDefinition {
  return {
    ...standardPlan,
    stages: standardPlan.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => ({ ...step, days: days[step.key] ?? null })),
    })),
  };
}

describe("限办 of a step", () => {
  // Submitted on 5 January in China, so that three days end with the 8th.
  const plan = planIn({ review1: 3, proof1: 3, review2: 2 });
  const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf({ plan }) });
  const reminded = (day: string, facts = inReview) => stepReminders([facts], on(day));
  const who = (day: string) => reminded(day).map(({ userIds }) => userIds.join());

  it.each([
    ["2026-01-06", ""],
    ["2026-01-07", "距截止 1 天"],
    ["2026-01-08", "今天截止"],
    ["2026-01-09", "已逾期 1 天"],
    ["2026-01-18", "已逾期 10 天"],
    ["2026-01-19", ""],
  ])("seen on %s: %s", (day, words) => {
    expect(who(day).toSorted()).toEqual(words ? ["both", "proof1", "review1"] : []);
    const own = reminded(day).find(({ userIds }) => userIds.includes("review1"));
    const text = `灋河回族区司法局2025年度报告等待您办理“一审、一校”（2026年1月8日截止，${words}）。`;
    if (words) expect(own).toMatchObject({ text, href: "/desk/reviews/report" });
  });

  it("says to each what is his, once a day, and nothing twice that day", () => {
    const keys = ["2026-01-08", "2026-01-09"].flatMap((day) => reminded(day).map(({ key }) => key));
    expect(new Set(keys).size).toBe(6);
    const again = stepReminders([inReview], new Date("2026-01-08T14:00:00Z"));
    expect(again.map(({ key }) => keys.includes(key))).toEqual([true, true, true]);
    const proof = reminded("2026-01-08").find(({ userIds }) => userIds.includes("proof1"));
    expect(proof?.text).toContain("“一校”");
  });

  it("counts for the next level from when its turn came, and for none without days", () => {
    const passed = levelPassed(1, "review1", { at: "2026-01-07T08:00:00.000Z" });
    const level2 = { ...inReview, decisions: passed };
    const [first, ...rest] = stepReminders([level2], on("2026-01-09"));
    expect(rest).toHaveLength(1);
    expect(first?.text).toContain("“二审”（2026年1月9日截止，今天截止）");
    expect(
      stepReminders([factsOf({ draft: "IN_REVIEW", round: roundOf() })], on("2026-01-09")),
    ).toEqual([]);
    expect(stepReminders([{ ...inReview, draft: "APPROVED" }], on("2026-01-09"))).toEqual([]);
  });
});
