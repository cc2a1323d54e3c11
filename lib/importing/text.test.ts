import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format2021 } from "@/lib/format/2021";
import type { SectionKey } from "@/lib/format/format";
import { type ImportedText, readText } from "@/lib/importing/text";
import {
  balancedTables,
  headings,
  type PrintedReport,
  tabbedReport,
} from "@/tests/support/report-text";

const tables = balancedTables([2, 0, 5]);

const read = (changes: Partial<PrintedReport> = {}) =>
  readText(tabbedReport(tables, changes), format2021);

function paragraphs(text: ImportedText, key: SectionKey): string[] | undefined {
  const section = text.sections[key];
  return section?.kind === "prose" ? section.paragraphs : section?.notes;
}

const reasons = (text: ImportedText) => text.doubts.map((doubt) => doubt.reason);

describe("title", () => {
  it.each([
    ["测试县水务局2024年政府信息公开工作年度报告", "测试县水务局", 2024],
    ["测试县水务局 2024 年度政府信息公开工作年度报告", "测试县水务局", 2024],
    ["2023年测试县水务局政府信息公开工作年度报告", "测试县水务局", 2023],
    ["测试县水务局2023年政府信息公开年度报告", "测试县水务局", 2023],
    ["测试县水务局\n2024 年政府信息公开工作年度报告", "测试县水务局", 2024],
    ["测试县水务局二〇二四年政府信息公开工作年度报告", "测试县水务局", 2024],
  ])("reads %j", (front, bureauName, year) => {
    const text = read({ front });
    expect([text.bureauName, text.year]).toEqual([bureauName, year]);
    expect(paragraphs(text, "title")).toEqual([front.replace("\n", "")]);
    expect(text.doubts).toEqual([]);
  });

  it("gives what stands above it as doubts, and its absence too", () => {
    const above = read({ front: "首页 > 公开\n测试县水务局2024年政府信息公开工作年度报告" });
    expect(above.year).toBe(2024);
    expect(above.doubts.map((d) => d.raw)).toEqual(["首页 > 公开"]);
    const absent = read({ front: "" });
    expect(absent.sections.title).toBeUndefined();
    expect(absent.doubts.map((d) => d.where.section)).toEqual(["title"]);
  });
});

describe("prose", () => {
  it("goes to its sections with the printed sub-headings cut off", () => {
    const text = read();
    expect(paragraphs(text, "overview.lead")).toEqual(["我局按要求公开信息。"]);
    expect(paragraphs(text, "overview.proactive")).toEqual(["公开水质月报十二期。"]);
    expect(paragraphs(text, "overview.supervision")).toEqual(["开展培训两次。"]);
    expect(paragraphs(text, "problems")).toEqual(["解读形式偏少。", "下一步增加图解。"]);
    expect(paragraphs(text, "other")).toEqual(["本年未收取信息处理费。"]);
    expect(text.source.headings).toEqual(headings);
    expect(text.doubts).toEqual([]);
  });

  it.each(["（一）主动公开：", "(一) 主动公开情况。", "（一）主动公开工作方面\n", "主动公开："])(
    "knows the sub-heading %j",
    (heading) => {
      const overview = `${heading}公开月报。\n（二）依申请公开。无。`;
      expect(paragraphs(read({ overview }), "overview.proactive")).toEqual(["公开月报。"]);
    },
  );

  it("keeps a sub-heading that runs into its sentence", () => {
    const overview = "（一）主动公开信息九条，均按时。\n（二）依申请公开。无。";
    const text = read({ overview });
    expect(paragraphs(text, "overview.proactive")).toEqual(["（一）主动公开信息九条，均按时。"]);
    expect(reasons(text)).toContain("小标题与正文连在一起，没有删去小标题，请核对");
  });

  it("keeps a sub-heading that the format does not have, with a doubt", () => {
    const text = read({ overview: "（五）监督保障。有。\n（六）数据开放。试行。" });
    expect(paragraphs(text, "overview.supervision")).toEqual(["有。", "（六）数据开放。试行。"]);
    expect(text.doubts.map((d) => d.raw)).toContain("（六）数据开放。试行。");
  });

  it("goes to the lead where no sub-heading is found", () => {
    const text = read({ overview: "公开月报。\n没有申请。" });
    expect(paragraphs(text, "overview.lead")).toEqual(["公开月报。", "没有申请。"]);
    expect(text.doubts).toHaveLength(1);
  });

  it("keeps characters as typed, and drops those that no report may hold", () => {
    const text = read({ problems: "　①灋①ﬁ 甲\u0007乙\ud800丙　\n丁\t戊" });
    expect(paragraphs(text, "problems")).toEqual(["①灋①ﬁ 甲乙丙", "丁 戊"]);
    expect(text.doubts.map((d) => d.raw)).toEqual([
      "　①灋①ﬁ 甲\\u0007乙\\ud800丙　".trim(),
      "丁\t戊",
    ]);
  });

  it("joins lines that were cut at the edge of a page", () => {
    const problems = [
      "本年工作取得进展，但对照要求还有不足，主要是解读材料",
      "的形式不够多样，公众参与的渠道不够宽，办理申请时与申",
      "请人的沟通不够。",
      "下一步，我局将做好三件事：增加图解和短视频，开设线下",
      "的查阅点，建立答复前的沟通制度，并且每一季度检查一次",
      "落实情况。",
    ].join("\n");
    const text = read({ problems, overview: "（一）主动公开。有。" });
    expect(paragraphs(text, "problems")?.map((p) => p.slice(-5))).toEqual([
      "沟通不够。",
      "落实情况。",
    ]);
    expect(reasons(text).some((reason) => reason.includes("折断"))).toBe(true);
  });

  it("gives page numbers and navigation as doubts", () => {
    const problems = "解读偏少。\n— 3 —\n浏览次数：12\n下一步改进。";
    const text = read({ problems });
    expect(paragraphs(text, "problems")).toEqual(["解读偏少。", "下一步改进。"]);
    expect(text.doubts.map((d) => d.raw)).toEqual(["— 3 —", "浏览次数：12"]);
  });

  it("keeps preface, notes and 落款 in their places", () => {
    const front = "测试县水务局2024年政府信息公开工作年度报告\n来源：本局\n统计期为全年。";
    const text = tabbedReport(tables, {
      front,
      other: "无收费。\n测试县水务局\n2025年1月20日\n附件下载",
    }).replace(`${headings[2]}`, `注：含简易程序。\n${headings[2]}`);
    const found = readText(text, format2021);
    expect(paragraphs(found, "preface")).toEqual(["统计期为全年。"]);
    expect(paragraphs(found, "proactive")).toEqual(["注：含简易程序。"]);
    expect(paragraphs(found, "other")).toEqual(["无收费。"]);
    expect(paragraphs(found, "signoff")).toEqual(["测试县水务局", "2025年1月20日"]);
    expect(found.doubts.map((d) => d.raw)).toEqual(["来源：本局", "附件下载"]);
  });
});

describe("headings", () => {
  it("are kept as printed where their wording deviates", () => {
    const text = tabbedReport(tables)
      .replace("行政复议、行政诉讼情况", "行政法复议、行政诉讼情况")
      .replace("五、存在的主要问题及改进情况", "存在的主要问题及改进情况");
    const found = readText(text, format2021);
    expect(found.source.headings[3]).toBe("四、政府信息公开行政法复议、行政诉讼情况");
    expect(found.source.headings[4]).toBe("存在的主要问题及改进情况");
    expect(found.doubts).toEqual([]);
  });

  it("are doubts where they are absent, repeated or only listed", () => {
    const [first = "", , , , fifth = "", sixth = ""] = headings;
    const text = tabbedReport(tables);
    const swallowed = readText(text.replace(fifth, "另"), format2021);
    expect(reasons(swallowed)).toEqual([
      expect.stringContaining("印在表格下方"),
      "没有找到“五、存在的主要问题及改进情况”这一部分",
    ]);
    // What would be printed below a table is told word by word.
    const [below] = swallowed.doubts;
    expect(below?.where.section).toBe("disputes");
    expect(below?.raw.split("\n")).toEqual(paragraphs(swallowed, "disputes"));
    const listed = readText(text.replace(first, `${headings.join("\n")}\n${first}`), format2021);
    expect(listed.source.headings).toEqual(headings);
    expect(listed.doubts).toHaveLength(headings.length);
    const twice = readText(text.replace(sixth, `${sixth}\n有。\n${first}`), format2021);
    expect(twice.doubts.map((d) => d.raw)).toEqual([first]);
  });

  it("are needed: without any nothing is placed, and nothing is lost", () => {
    const found = readText("甲\n\n乙 3 4 5", format2021);
    expect(found.sections).toEqual({});
    expect(found.doubts.map((d) => d.raw)).toEqual(["甲\n乙 3 4 5"]);
  });
});

describe("any text", () => {
  const pieces = [...tabbedReport(tables).split("\n"), "\t", "\n", " 0 0 0", "１", "（", "\u0000"];
  const odd = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom(...pieces));

  it("is read without an error", () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 60 }), fc.constantFrom("\n", "", "\t"), (list, by) => {
        const found = readText(list.join(by), format2021);
        expect(found.doubts.every((doubt) => doubt.where.line >= 1)).toBe(true);
        expect(JSON.stringify(found)).not.toMatch(/(?<!\\)\\u(?:d[89a-f]|00[01])/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["digits without end", "7".repeat(500_000)],
    ["a line of values without end", "0 ".repeat(250_000)],
    ["tabs without end", "\t".repeat(500_000)],
    ["rows without end", "一、本年新收 0 0 0 0 0 0 0\n".repeat(5_000)],
    ["brackets without end", "（一".repeat(100_000)],
    ["lines without end", "甲\n\n".repeat(30_000)],
  ])("is read whatever its length, and not lost: %s", (_, long) => {
    const inTable = tabbedReport(tables).replace(`${headings[2]}`, `${headings[2]}\n${long}`);
    const inProse = tabbedReport(tables, { overview: long, problems: long });
    for (const text of [long, inTable, inProse]) {
      const found = JSON.stringify(readText(text, format2021));
      expect(found.includes(long.trim().slice(0, 5).split("\n")[0] ?? "")).toBe(true);
    }
  });

  it("may have more doubts than a call takes arguments", () => {
    const lines = `${headings[2]}\n${"甲\n".repeat(130_000)}`;
    const text = tabbedReport(tables).replace(`${headings[2]}`, lines);
    expect(readText(text, format2021).doubts).toHaveLength(130_000);
  }, 30_000);
});
