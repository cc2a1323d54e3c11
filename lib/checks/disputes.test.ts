import { describe, expect, test } from "vitest";
import type { Scope } from "@/lib/format/content";
import type { Cells, SectionKey } from "@/lib/format/format";
import { foundBy, soundSections, withCells, withProse } from "@/tests/support/check-input";

/** 行政复议 3, 行政诉讼 2 + 1. */
const cases: Cells = {
  "reconsideration.upheld": 2,
  "reconsideration.pending": 1,
  "litigationDirect.upheld": 2,
  "litigationAfterReconsideration.other": 1,
};

interface Said {
  cells?: Cells;
  section?: SectionKey;
  scope?: Scope;
}

function said(text: string, { cells = cases, section, scope = "own" }: Said = {}) {
  const sections = withCells(soundSections(), "disputes", cells);
  const silent = withProse(sections, "overview.applications", "渠道畅通。");
  return foundBy("P04", {
    sections: withProse(silent, section ?? "overview.applications", text),
    identity: { format: "2021", bureau: "sfj", year: 2025, scope },
  });
}

describe("P04: what did not happen", () => {
  test.each([
    ["全年未发生行政复议情况和行政诉讼情况。", ["行政复议", "行政诉讼"]],
    ["没有申请人提起行政复议。", ["行政复议"]],
    ["无因政府信息公开引起的行政诉讼。", ["行政诉讼"]],
    ["行政复议、行政诉讼均未发生。", ["行政复议", "行政诉讼"]],
    ["行政复议案件为零。", ["行政复议"]],
    ["行政复议3件，未发生行政诉讼。", ["行政诉讼"]],
    ["行政复议3件、无行政诉讼。", ["行政诉讼"]],
  ])("%s", (text, names) => {
    const found = said(text);
    expect(found.map(({ tier }) => tier)).toEqual(names.map(() => "block"));
    expect(found.map(({ message }) => message)).toEqual(
      names.map((name) => `正文写没有发生${name}，表四${name}总计为3件`),
    );
  });

  test("is right where the table has none", () => {
    expect(said("未发生行政复议和行政诉讼。", { cells: {} })).toEqual([]);
    const suits = { "litigationDirect.upheld": 1 };
    expect(said("未发生行政复议和行政诉讼。", { cells: suits })).toHaveLength(1);
  });

  test.each([
    "无行政复议被纠错案件。",
    "没有行政诉讼败诉案件。",
    "无正当理由的行政复议也依法办理。",
    "对无法提供的信息，告知申请行政复议的途径。",
    "2024年未发生行政复议。",
    "全区未发生行政复议。",
  ])("is silent on %s", (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe("P04: how many", () => {
  test.each([
    ["政府信息公开行政复议4件。", "行政复议", "3", "4"],
    ["被提起行政诉讼 １ 件。", "行政诉讼", "3", "1"],
    ["行政复议、行政诉讼案件共五件。", "行政复议、行政诉讼", "6", "5"],
    ["没有遗漏地登记行政复议4件。", "行政复议", "3", "4"],
    ["复议后起诉2件。", "复议后起诉", "1", "2"],
    ["未经复议直接起诉3件。", "未经复议直接起诉", "2", "3"],
    ["行政复议3件、行政诉讼5件。", "行政诉讼", "3", "5"],
  ])("%s", (text, name, expected, actual) => {
    const found = said(text);
    expect(found).toMatchObject([{ tier: "warn", expected, actual }]);
    expect(found[0]?.message).toContain(name);
  });

  test("each of two is judged by itself", () => {
    expect(said("行政复议、行政诉讼均为0件。")).toHaveLength(2);
  });

  test.each([
    "行政复议3件，其中结果维持2件，尚未审结1件；行政诉讼三件。",
    "行政复议、行政诉讼案件共6件。",
    "行政复议结果维持1件。",
    "行政复议10余件。",
    "行政复议和行政诉讼分别为3件、4件。",
    "全年备案政府信息公开行政复议案件134件，行政诉讼案件57件。",
    "办理信息公开行政复议应诉指导9件。",
    "审理政府信息公开行政诉讼案件9件。",
    "去年行政复议8件。",
    "全区行政复议8件。",
  ])("is silent on %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("a bureau that hears 复议 for others does not speak of its own", () => {
    const text = "全年办理行政复议案件45件。";
    expect(said(text, { section: "overview.proactive" })).toEqual([]);
    const own = "因政府信息公开引起行政复议45件。";
    expect(said(own, { section: "overview.supervision" })).toHaveLength(1);
  });

  test("an 汇总 report speaks of the whole area", () => {
    expect(said("全区政府信息公开行政复议8件。", { scope: "area" })).toHaveLength(1);
  });
});
