import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/checks/finding";
import type { Cells } from "@/lib/format/format";
import { markSections } from "@/lib/reports/comparisons/rules";
import { type ChangeReasons, changeRows } from "@/lib/reports/handouts/rules";
import { before, edited, format } from "@/tests/support/two-texts";

function rowsOf(
  prose: Record<string, string[]>,
  cells: Record<string, Cells> = {},
  reasons: Partial<ChangeReasons> = {},
) {
  const marked = markSections(format, before, edited(prose, cells));
  return changeRows(format, marked, { asked: [], explained: [], ...reasons });
}

const placesOf = (...change: Parameters<typeof rowsOf>) =>
  rowsOf(...change).map(({ place }) => place.join(" "));

const [lack = "", remedy = ""] = before.problems.kind === "prose" ? before.problems.paragraphs : [];

describe("changeRows", () => {
  it("has no row for two equal texts", () => {
    expect(rowsOf({})).toEqual([]);
  });

  it("names part, section and paragraph, by its number in the later text", () => {
    expect(placesOf({ "overview.management": ["公开前逐件核对来源，失效的及时标注。"] })).toEqual([
      "一、总体情况 （三）政府信息管理 第 1 段",
    ]);
    expect(placesOf({ problems: ["新的问题是基层力量偏弱。", lack, remedy.slice(0, -3)] })).toEqual(
      ["五、存在的主要问题及改进情况 第 1 段", "五、存在的主要问题及改进情况 第 3 段（原第 2 段）"],
    );
    expect(placesOf({ signoff: ["灋河回族区司法局"] })).toEqual([
      "六、其他需要报告的事项 落款 原第 2 段",
    ]);
    expect(placesOf({ title: ["年度报告"] })).toEqual(["标题 第 1 段"]);
  });

  it("names row and column of each typed cell, and leaves totals out", () => {
    const cells = { applications: { "received.naturalPerson": 7, "granted.business": null } };
    expect(placesOf({}, cells)).toEqual([
      "表三 「一、本年新收政府信息公开申请数量」行 「自然人」列",
      "表三 「（一）予以公开」行 「商业企业」列",
    ]);
    expect(placesOf({ applications: ["注：另行说明。"] })).toEqual(["表三 表下说明第 1 段"]);
  });

  it("says what came and what went", () => {
    const [gone, come] = rowsOf({
      problems: [remedy],
      preface: ["一句话。", ...prefaceLines()],
    }).map(({ before: was, after: is, remarks }) => ({
      was: was === null,
      is: is === null,
      remarks,
    }));
    expect([gone, come]).toEqual([
      { was: true, is: false, remarks: ["新增一段"] },
      { was: false, is: true, remarks: ["删去一段"] },
    ]);
    const [blank] = rowsOf({}, { proactive: { licences: null } });
    expect(blank).toMatchObject({ after: null, remarks: ["改为空白"] });
    expect(blank?.before).toEqual([{ kind: "removed", text: "17" }]);
  });

  it("keeps the words of one paragraph apart by side", () => {
    const [row] = rowsOf({ other: ["本年度收取信息处理费。"] });
    const sides = [row?.before, row?.after].map((side) => side?.map(({ text }) => text).join(""));
    expect(sides).toEqual(["本年度未收取信息处理费。", "本年度收取信息处理费。"]);
    expect(row?.before?.some(({ kind }) => kind === "added")).toBe(false);
    expect(row?.after?.some(({ kind }) => kind === "removed")).toBe(false);
  });
});

describe("the reasons of a change", () => {
  const asked = { cell: null, byName: "周建国", revisionNo: 3 };
  const both = { problems: [`另：${lack}`, `另：${remedy}`] };

  it("stand at the cell that a return item named, and nowhere else", () => {
    const cells = { applications: { "received.naturalPerson": 7, "received.business": 8 } };
    const item = { ...asked, section: "applications", cell: "received.business", words: "请核对" };
    const other = { ...item, cell: "received.research" };
    expect(rowsOf({}, cells, { asked: [item, other] }).map(({ remarks }) => remarks)).toEqual([
      [],
      ["退回意见（周建国，第 3 稿）：请核对"],
    ]);
  });

  it("stand once where a whole section was returned", () => {
    const item = { ...asked, section: "problems", words: "写明\n期限" };
    expect(rowsOf(both, {}, { asked: [item] }).map(({ remarks }) => remarks)).toEqual([
      ["对本部分的退回意见（周建国，第 3 稿）：写明 期限"],
      [],
    ]);
    expect(rowsOf({ problems: [lack, `另：${remedy}`] }, {}, { asked: [item] })).toMatchObject([
      { remarks: ["退回意见（周建国，第 3 稿）：写明 期限"] },
    ]);
  });

  it("stand at the paragraph that an explained finding is about", () => {
    const range = { paragraph: 1, start: 0, end: 1 };
    const finding = { name: "机关名称不一致", section: "problems", range } as Finding;
    const explained = [{ finding, reason: "历史名称" }];
    expect(rowsOf(both, {}, { explained }).map(({ remarks }) => remarks)).toEqual([
      [],
      ["情况说明（机关名称不一致）：历史名称"],
    ]);
    const elsewhere = { ...finding, range: { ...range, paragraph: 5 } };
    expect(
      rowsOf(both, {}, { explained: [{ finding: elsewhere, reason: "历史名称" }] }).flatMap(
        ({ remarks }) => remarks,
      ),
    ).toEqual([]);
  });
});

function prefaceLines(): string[] {
  return before.preface.kind === "prose" ? before.preface.paragraphs : [];
}
