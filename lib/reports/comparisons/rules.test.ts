import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePassages, type Passage } from "@/lib/reports/comparisons/rules";

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
