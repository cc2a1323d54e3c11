import { describe, expect, test } from "vitest";
import type { SectionKey } from "@/lib/format/format";
import { fahe, foundBy, soundSections, withProse } from "@/tests/support/check-input";

const said = (text: string, section: SectionKey = "overview.supervision") =>
  foundBy("W01", { sections: withProse(soundSections(), section, text) });

const year = "2025年政府信息公开工作年度报告";

describe("W01", () => {
  test.each([
    ["去年起，瀘河区司法局加强培训。", "瀘河区司法局", "灋河区司法局"],
    ["濾河回族区司法局主办。", "濾河回族区司法局", "灋河回族区司法局"],
    ["灋湖区司法局主办。", "灋湖区司法局", "灋河区司法局"],
    ["灋河区司发局主办。", "灋河区司发局", "灋河区司法局"],
    ["灋河回旅区司法局主办。", "灋河回旅区司法局", "灋河回族区司法局"],
  ])("%s", (text, found, expected) => {
    const findings = said(text);
    expect(findings).toMatchObject([{ tier: "warn", actual: found, expected, certain: true }]);
    const { start, end } = findings[0]?.range ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(found);
  });

  test("finds a name over the end of a line, and after characters of two units", () => {
    const text = "𠮷𠮷瀘河区\n司法局";
    expect(said(text)).toMatchObject([
      { actual: "瀘河区司法局", range: { paragraph: 0, start: 4, end: 11 } },
    ]);
  });

  test("finds each of several, in order", () => {
    const found = said("瀘河区司法局和濾河区司法局，以及灋河区司法局。");
    expect(found.map(({ actual }) => actual)).toEqual(["瀘河区司法局", "濾河区司法局"]);
  });

  test("a region or a medium alone is for a person to look at", () => {
    expect(said("瀘河区人民政府网站")).toMatchObject([{ tier: "warn", certain: false }]);
    expect(said("“法治瀘河”公众号")).toMatchObject([
      { tier: "warn", certain: false, expected: "法治灋河" },
    ]);
    expect(said("赴天河区人民政府学习")).toMatchObject([{ tier: "hint", certain: false }]);
  });

  test.each([
    "灋河回族区司法局、灋河区司法局、区司法局",
    "灋河区人民政府网站和灋河回族区人民政府",
    "区委、市委、区政府、县司法局、市司法局、省司法厅",
    "灋河区民政局、灋河区公安局、灋河区教育局、灋河区司法所",
    "“法治灋河”“灋河司法行政在线”“小灋说法”",
    "沿河区域治理办公室、沿河地带、天河区、灋河两岸、灋河流域、灋河县",
    "瀘河沿岸、瀘水",
  ])("is silent on %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("another bureau is no misspelling of this one", () => {
    const text = "灋河区民政局、灋河区财政局、灋河区财攻局";
    const sections = withProse(soundSections(), "overview.management", text);
    const register = { ...fahe, shortNames: ["灋河区财政局"] };
    const found = foundBy("W01", { sections, register }).map(({ actual }) => actual);
    expect(found).toEqual(["灋河区财攻局"]);
  });
});

describe("W01 in the title", () => {
  test.each([
    [`瀘河回族区司法局${year}`, "灋河回族区司法局"],
    [`灋河区教育局${year}`, "灋河回族区司法局"],
    [`洛宁县司法局${year}`, "灋河回族区司法局"],
    [`老城区司法局${year}`, "灋河回族区司法局"],
  ])("blocks %s", (title, expected) => {
    expect(said(title, "title")).toMatchObject([{ tier: "block", section: "title", expected }]);
  });

  test.each([
    `灋河回族区司法局 ${year}`,
    "2025 年灋河区司法局政府信息公开工作年度报告",
    "2025年度区司法局政府信息公开工作年度报告",
    `洛阳市灋河区司法局${year}`,
    "",
  ])("is content with %s", (title) => {
    expect(said(title, "title")).toEqual([]);
  });

  test("another place in the title is another organ", () => {
    expect(said(`天河区人民政府${year}`, "title")).toMatchObject([
      { tier: "block", actual: "天河区人民政府" },
      { tier: "hint" },
    ]);
  });

  test("warns where no organ is named; an 汇总 report may name the area", () => {
    expect(said(year, "title")).toMatchObject([{ tier: "warn" }]);
    const sections = withProse(soundSections(), "title", `灋河回族区${year}`);
    const identity = { format: "2021", bureau: "qzf", year: 2025, scope: "area" as const };
    expect(foundBy("W01", { sections, identity })).toEqual([]);
    expect(foundBy("W01", { sections })).toHaveLength(1);
  });
});

test("regions of one letter and an empty register raise nothing", () => {
  const text = "全县司法局、各县司法局、本县人民政府";
  const sections = withProse(soundSections(), "overview.management", text);
  const county = { ...fahe, shortNames: ["沛县司法局"], regionNames: ["沛县"] };
  expect(foundBy("W01", { sections, register: county })).toEqual([]);
  const none = { name: fahe.name, shortNames: [""], regionNames: [""], mediaNames: [""] };
  expect(foundBy("W01", { sections, register: none })).toEqual([]);
});
