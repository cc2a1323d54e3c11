import { describe, expect, test } from "vitest";
import { format2021 } from "@/lib/format/2021";
import { emptySections } from "@/lib/format/content";
import { foundBy, printed, soundSections, withProse } from "@/tests/support/check-input";

const headings = format2021.parts.flatMap(({ heading }) => heading ?? []);

const titled = (...title: string[]) => ({
  sections: withProse(soundSections(), "title", ...title),
});

describe("F02", () => {
  test.each([
    [["灋河回族区司法局2024年政府信息公开工作年度报告"], "2024"],
    [["灋河回族区司法局", "2 0 2 4 年度报告"], "2024"],
    [["灋河回族区司法局２０２３年报告"], "2023"],
    [["灋河回族区司法局二〇二四年报告"], "2024"],
    [["2025年灋河回族区司法局2026年报告"], "2026"],
  ])("%j", (title, year) => {
    const found = foundBy("F02", titled(...title));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tier: "block", expected: "2025", actual: year });
    const { paragraph, start, end } = found[0]?.range ?? { paragraph: 0, start: 0, end: 0 };
    expect(title[paragraph]?.slice(start, end)).toMatch(/^[2２二].*年$/);
  });

  test.each([
    ["灋河回族区司法局 2025 年政府信息公开工作年度报告"],
    ["２０２５年度灋河回族区司法局报告"],
    ["二零二五年灋河回族区司法局报告"],
    [""],
  ])("is content with %j", (title) => {
    expect(foundBy("F02", titled(title))).toEqual([]);
  });

  test("asks where the title has no year", () => {
    const found = foundBy("F02", titled("灋河回族区司法局政府信息公开工作年度报告"));
    expect(found.map(({ tier }) => tier)).toEqual(["warn"]);
  });
});

describe("F03", () => {
  const of = (...list: string[]) => foundBy("F03", { source: printed({ headings: list }) });

  test("is content with the six headings, with either wording of five, and with typed content", () => {
    expect(of(...headings)).toEqual([]);
    const other = headings.with(4, "五、 政府信息公开工作存在的主要问题及改进情况：");
    expect(of(...other)).toEqual([]);
    expect(of()).toEqual([]);
  });

  test.each(headings.map((heading, i) => [heading, i] as const))(
    "misses %s until something is written there",
    (heading, i) => {
      const source = printed({ headings: headings.toSpliced(i, 1) });
      const sections = emptySections(format2021);
      const found = foundBy("F03", { source, sections });
      expect(found.map(({ tier, expected }) => [tier, expected])).toEqual([["block", heading]]);
      const part = format2021.parts.find((one) => one.heading === heading);
      const sound = soundSections();
      const begun = (part?.sections ?? []).map(({ key }) => [key, sound[key]]);
      const written = { ...sections, ...Object.fromEntries(begun) };
      expect(foundBy("F03", { source, sections: written })).toEqual([]);
    },
  );

  test("warns of another wording", () => {
    const found = of(...headings.with(3, "四、政府信息公开行政法复议、行政诉讼情况"));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tier: "warn", section: "disputes", expected: headings[3] });
  });

  test("warns of a lost number and of another order", () => {
    expect(of(...headings.with(0, "总体情况"))).toMatchObject([{ tier: "warn" }]);
    const swapped = headings.toSpliced(4, 2, headings[5] ?? "", headings[4] ?? "");
    expect(of(...swapped)).toMatchObject([{ tier: "warn", section: "other" }]);
  });
});

describe("F06", () => {
  const empty = (key: "problems" | "title" | "preface" | "overview.platforms", ...text: string[]) =>
    foundBy("F06", { sections: withProse(soundSections(), key, ...text) });

  test.each(["title", "overview.platforms", "problems"] as const)("blocks an empty %s", (key) => {
    for (const text of [[], [" ", "　"], ["……"]]) {
      expect(empty(key, ...text)).toMatchObject([{ tier: "block", section: key }]);
    }
  });

  test("an optional section may be empty", () => {
    expect(empty("preface")).toEqual([]);
  });

  test.each(["无", "无。", "暂无", "没有问题。"])("warns of %s in section five", (text) => {
    expect(empty("problems", text)).toMatchObject([{ tier: "warn", actual: text }]);
  });

  test("warns below a hundred characters, white space left out", () => {
    expect(empty("problems", "问".repeat(99), "    ")).toMatchObject([{ actual: "99字" }]);
    expect(empty("problems", "问".repeat(60), "题".repeat(40))).toEqual([]);
  });
});

describe("T10", () => {
  const of = (problem: string) =>
    foundBy("T10", { source: printed({ layout: [{ table: "applications", problem }] }) });

  test("what the source printed otherwise is told, and mended by the form", () => {
    expect(of("缺“重复申请”行")).toMatchObject([{ tier: "hint", section: "applications" }]);
    expect(foundBy("T10", { source: printed({}) })).toEqual([]);
  });
});
