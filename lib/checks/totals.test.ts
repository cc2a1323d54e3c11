import { describe, expect, test } from "vitest";
import type { Cells, TableKey } from "@/lib/format/format";
import { foundBy, printed, soundSections, withCells } from "@/tests/support/check-input";

function printedTotals(key: TableKey, totals: Cells) {
  return { source: printed({ totals: { [key]: totals } }) };
}

describe.each([
  ["T01", "applications", "received.total", 6, "「一、本年新收政府信息公开申请数量」行「总计」列"],
  ["T02", "applications", "concluded.naturalPerson", 6, "「（七）总计」行「自然人」列"],
  ["T04", "disputes", "reconsideration.total", 0, "「行政复议」行「总计」列"],
] as [string, TableKey, string, number, string][])("%s", (rule, table, cell, right, where) => {
  test("holds the printed total against the computed one", () => {
    const found = foundBy(rule, printedTotals(table, { [cell]: right + 2 }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tier: "block", section: table, cell });
    expect(found[0]).toMatchObject({ expected: String(right), actual: String(right + 2) });
    expect(found[0]?.message).toContain(where);
    expect(found[0]?.message).toContain(`来稿印的是${right + 2}，按各分项相加为${right}`);
  });

  test("is content with the right total, and with none printed", () => {
    expect(foundBy(rule, printedTotals(table, { [cell]: right }))).toEqual([]);
    expect(foundBy(rule, printedTotals(table, {}))).toEqual([]);
    expect(foundBy(rule, { source: null })).toEqual([]);
  });
});

test("each total is judged by one rule", () => {
  const { source } = printedTotals("applications", { "concluded.total": 5, "granted.total": 1 });
  const rules = ["T01", "T02", "T04"].map((rule) => foundBy(rule, { source }).map((f) => f.cell));
  expect(rules).toEqual([["granted.total"], ["concluded.total"], []]);
});

test("a total printed as a blank is wrong only beside cases", () => {
  const blanks = { "received.total": null, "carriedIn.total": null };
  const found = foundBy("T01", printedTotals("applications", blanks));
  expect(found.map(({ cell, actual }) => [cell, actual])).toEqual([["received.total", "空白"]]);
});

test("a total printed over blanks says what was left out", () => {
  const keys = ["upheld", "corrected", "other", "pending"].map((key) => `reconsideration.${key}`);
  const sections = withCells(
    soundSections(),
    "disputes",
    Object.fromEntries(keys.map((key) => [key, null])),
  );
  const found = foundBy("T04", {
    sections,
    ...printedTotals("disputes", { "reconsideration.total": 2 }),
  });
  expect(found[0]).toMatchObject({ expected: "空白", actual: "2" });
});
