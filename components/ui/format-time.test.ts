import { describe, expect, it } from "vitest";
import { formatClock, formatDay, formatInstant } from "@/components/ui/format-time";

describe("times as clocks in China show them", () => {
  it.each([
    ["2026-01-05T06:03:59Z", "2026年1月5日", "14:03"],
    ["2025-12-31T15:59:59Z", "2025年12月31日", "23:59"],
    ["2025-12-31T16:00:00Z", "2026年1月1日", "00:00"],
  ])("%s", (iso, day, clock) => {
    const at = new Date(iso);
    expect(formatDay(at)).toBe(day);
    expect(formatClock(at)).toBe(clock);
    expect(formatInstant(at)).toBe(`${day} ${clock}`);
  });
});
