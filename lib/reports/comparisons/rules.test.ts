import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTableKey } from "@/lib/format/format";
import type { MarkedSections, Passage } from "@/lib/format/marked";
import { compareParagraphs, comparePassages, markSections } from "@/lib/reports/comparisons/rules";
import { anyText, format } from "@/tests/support/two-texts";

function without(kind: Passage["kind"], passages: Passage[]): string {
  return passages
    .filter((passage) => passage.kind !== kind)
    .map((passage) => passage.text)
    .join("");
}

describe("comparePassages", () => {
  it("marks the word that changed and leaves the rest", () => {
    expect(comparePassages("全年公开信息一百条。", "全年公开信息二百条。")).toEqual([
      { kind: "same", text: "全年公开信息" },
      { kind: "removed", text: "一百" },
      { kind: "added", text: "二百" },
      { kind: "same", text: "条。" },
    ]);
  });

  it("says nothing of two empty texts", () => {
    expect(comparePassages("", "")).toEqual([]);
  });

  it("shows two texts that have nothing in common as a whole", () => {
    const before = "甲。".repeat(3000);
    const after = "乙，".repeat(3000);
    expect(comparePassages(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });

  it("loses no character of either text", () => {
    const text = fc.string({ unit: fc.constantFrom("公", "开", "，", "\n", "灋", "𠀀", "1", " ") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const passages = comparePassages(before, after);
        expect(without("added", passages)).toBe(before);
        expect(without("removed", passages)).toBe(after);
      }),
    );
  });
});

/** Which paragraph became which, by their numbers. */
function numbers(before: string[], after: string[]) {
  return compareParagraphs(before, after).map((one) => [one.before, one.after]);
}

describe("compareParagraphs", () => {
  const [platforms, training, letters] = [
    "门户网站专栏全年更新一百二十条，失效链接当日修复。",
    "组织业务培训两次，参训人员六十人次。",
    "设立意见簿，逐条答复群众来信。",
  ];

  it("knows a paragraph that was rewritten beside one that was put in", () => {
    const rewritten = "区门户网站专栏全年更新一百三十条，失效链接当日修复。";
    expect(numbers([platforms, letters], [training, rewritten, letters])).toEqual([
      [null, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  it("knows a paragraph that was taken out", () => {
    const rewritten = "组织业务培训三次，参训人员六十人次。";
    expect(numbers([platforms, training], [rewritten])).toEqual([
      [1, null],
      [2, 1],
    ]);
  });

  it("lets a paragraph stand in for one that is quite another, both as a whole", () => {
    const other = "全年更新制度三项，并逐条答复群众提问，网站栏目未作调整。";
    expect(compareParagraphs([platforms], [other])).toEqual([
      {
        before: 1,
        after: 1,
        passages: [
          { kind: "removed", text: platforms },
          { kind: "added", text: other },
        ],
      },
    ]);
  });

  it("gives back either text, with its paragraphs numbered in order", () => {
    const paragraph = fc.string({ unit: fc.constantFrom("公", "开", "，", "灋", "𠀀", "1", " ") });
    const text = fc.array(paragraph, { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marked = compareParagraphs(before, after);
        const was = marked.filter((one) => one.before !== null);
        const is = marked.filter((one) => one.after !== null);
        expect(was.map(({ passages }) => without("added", passages))).toEqual(before);
        expect(is.map(({ passages }) => without("removed", passages))).toEqual(after);
        expect(was.map((one) => one.before)).toEqual(before.map((_, i) => i + 1));
        expect(is.map((one) => one.after)).toEqual(after.map((_, i) => i + 1));
      }),
    );
  });
});

describe("markSections", () => {
  it("gives back either text, in all sections and cells", () => {
    fc.assert(
      fc.property(anyText(), anyText(), (one, other) => {
        const marked = markSections(format, one, other);
        expect(settled(marked, "before")).toEqual(one);
        expect(settled(marked, "after")).toEqual(other);
      }),
    );
  });
});

/** One of the texts again, out of the marks. */
function settled(marked: MarkedSections, side: "before" | "after") {
  const gone = side === "before" ? "added" : "removed";
  const sections = Object.entries(marked).map(([key, { paragraphs, cells }]) => {
    const own = paragraphs.filter((paragraph) => paragraph[side] !== null);
    const lines = own.map(({ passages }) => without(gone, passages));
    const values = Object.entries(cells).map(([cell, both]) => [cell, both[side]]);
    return isTableKey(key)
      ? [key, { kind: "table", cells: Object.fromEntries(values), notes: lines }]
      : [key, { kind: "prose", paragraphs: lines }];
  });
  return Object.fromEntries(sections);
}
