import { describe, expect, it } from "vitest";
import { campaignYear, daysUntil, deadlineOf, deadlineWords } from "@/lib/reports/deadlines/rules";

describe("the deadline of a report", () => {
  it("ends with 31 January of the next year, as clocks in China show it", () => {
    expect(deadlineOf(2025).toISOString()).toBe("2026-01-31T16:00:00.000Z");
  });

  it("of an area's 汇总 ends with 20 February", () => {
    expect(deadlineOf(2025, "area").toISOString()).toBe("2026-02-20T16:00:00.000Z");
    const day = new Date("2026-02-01T02:00:00Z");
    expect(deadlineWords(2025, day, "area")).toEqual({ words: "距截止 19 天", overdue: false });
  });

  it.each([
    ["2026-01-19T02:00:00Z", 12, "距截止 12 天", false],
    ["2026-01-30T15:59:59Z", 1, "距截止 1 天", false],
    ["2026-01-30T16:00:00Z", 0, "今天截止", false],
    ["2026-01-31T15:59:59Z", 0, "今天截止", false],
    ["2026-01-31T16:00:00Z", -1, "已逾期 1 天", true],
    ["2026-02-01T16:00:00Z", -2, "已逾期 2 天", true],
  ])("seen from %s", (iso, days, words, overdue) => {
    expect(daysUntil(deadlineOf(2025), new Date(iso))).toBe(days);
    expect(deadlineWords(2025, new Date(iso))).toEqual({ words, overdue });
  });

  it.each([
    ["2025-12-31T15:59:59Z", 2024],
    ["2025-12-31T16:00:00Z", 2025],
  ])("the year reported on at %s is %i", (iso, year) => {
    expect(campaignYear(new Date(iso))).toBe(year);
  });
});
