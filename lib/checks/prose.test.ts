import { describe, expect, test } from "vitest";
import type { SectionKey } from "@/lib/format/format";
import { foundBy, soundSections, withCells, withProse } from "@/tests/support/check-input";

const counted = withCells(soundSections(), "applications", {
  "received.naturalPerson": 6,
  "carriedIn.naturalPerson": 2,
});

function said(text: string, section: SectionKey = "overview.applications", scope = "own") {
  const sections = withProse(counted, section, text);
  return foundBy("P01", {
    sections,
    identity: { format: "2021", bureau: "sfj", year: 2025, scope: scope as "own" | "area" },
  });
}

describe("P01", () => {
  test.each([
    ["2025年共收到政府信息公开申请7件。", "收到政府信息公开申请7件"],
    ["我局收到 5 条政府信息依申请公开。", "收到 5 条"],
    ["共受理政府信息公开申请１２件，均已答复。", "受理政府信息公开申请１２件"],
    ["收办政府信息公开申请十二件。", "收办政府信息公开申请十二件"],
    ["2024年工作有基础，2025年收到信息公开申请1,024件。", "收到信息公开申请1,024件"],
    [
      "全年收到公民、法人和其他组织的信息公开申请4件。",
      "收到公民、法人和其他组织的信息公开申请4件",
    ],
    ["通过信函、网络等渠道共收到申请3件。", "收到申请3件"],
    ["全年未收到政府信息公开申请。", "未收到政府信息公开申请"],
  ])("%s", (text, stretch) => {
    const found = said(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tier: "warn", expected: "6或8", certain: true });
    expect(text.slice(found[0]?.range?.start, found[0]?.range?.end)).toBe(stretch);
  });

  test.each([
    "2025年收到政府信息公开申请6件。",
    "2025年收到政府信息公开申请8件（含上年结转2件）。",
    "收到政府信息公开申请六件，答复5件。",
    "收到政府信息公开申请10余件。",
    "收到政府信息公开申请近10件。",
    "收到政府信息公开申请约十件。",
    "收到公众意见75条，采纳20条。",
    "收到法律援助申请120件。",
    "收到政府信息公开行政复议申请3件。",
    "2024年收到政府信息公开申请9件。",
    "去年，我局收到政府信息公开申请9件。",
    "全区共收到政府信息公开申请95件。",
    "收到政府信息公开申请6件，其中网上收到申请4件，信函收到申请2件。",
    "收到政府信息公开申请6件，其中收到涉及项目审批的信息公开申请4件。",
    "收到自然人政府信息公开申请5件。",
    "每收到一件政府信息公开申请即登记。",
    "收到政府信息公开申请之日起20个工作日内答复。",
    "按条例第二十九条受理政府信息公开申请。",
    "对不予受理的政府信息公开申请3件逐一说明理由。",
    "未收到涉及第三方的政府信息公开申请。",
    "收到的政府信息公开申请较上年减少4件。",
    "收到的政府信息公开申请增加4件。",
  ])("is silent on %s", (text) => {
    expect(said(text)).toEqual([]);
  });

  test("an 汇总 report speaks of the whole area", () => {
    const text = "全区共收到政府信息公开申请95件。";
    expect(said(text, "overview.applications", "area")).toHaveLength(1);
  });

  test("outside 依申请公开 the clause itself must speak of disclosure", () => {
    expect(said("窗口全年共收到申请30件。", "overview.proactive")).toEqual([]);
    expect(said("全年共收到政府信息公开申请30件。", "overview.supervision")).toHaveLength(1);
  });

  test("is silent while the table is blank", () => {
    const columns = [
      "naturalPerson",
      "business",
      "research",
      "charity",
      "legalService",
      "otherBody",
    ];
    const blank = Object.fromEntries(columns.map((key) => [`received.${key}`, null]));
    const sections = withProse(
      withCells(soundSections(), "applications", blank),
      "overview.applications",
      "收到政府信息公开申请7件。",
    );
    expect(foundBy("P01", { sections })).toEqual([]);
  });
});

describe("P09", () => {
  const six = (...text: string[]) =>
    foundBy("P09", { sections: withProse(soundSections(), "other", ...text) });

  test("blocks where section six says nothing of the fee", () => {
    expect(six("无其他事项。")).toMatchObject([{ tier: "block", section: "other" }]);
    expect(six("行政事业性收费0万元。")).toHaveLength(1);
  });

  test.each([
    "本年度未收取信息处理费。",
    "全年收取信息处理费 3940 元。",
    "本机关依申请提供信息未收费。",
    "没有发生信息处\n理费。",
  ])("is content with %s", (text) => {
    expect(six(text)).toEqual([]);
  });
});
