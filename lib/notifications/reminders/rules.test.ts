import { describe, expect, it } from "vitest";
import { isTimeToRemind, type Unsent, yearReminders } from "@/lib/notifications/reminders/rules";

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
