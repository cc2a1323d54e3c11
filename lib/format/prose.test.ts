import { describe, expect, it } from "vitest";
import {
  countCharacters,
  fieldProblem,
  MAX_PARAGRAPH,
  proseProblem,
  splitParagraphs,
} from "@/lib/format/prose";

describe("a paragraph", () => {
  it.each(["灋河回族区", "𠮷野家", "带\t制表符", "“引号”（括号）", "é e\u0301", ""])(
    "%j is kept as typed",
    (text) => expect(proseProblem(text)).toBeNull(),
  );

  it.each([
    ["半个\ud83d", "半个代理对"],
    ["\ude00半个", "半个代理对"],
    ["空\u0000字符", "第 2 个字符是看不见的控制字符（U+0000）"],
    ["换\n行", "U+000A"],
    ["铃\u0007", "U+0007"],
    ["C1\u0085", "U+0085"],
    ["反写\u202e文字", "U+202E"],
    ["隔离\u2067文字", "U+2067"],
    ["5\u200f 6件", "U+200F"],
    ["5\u061c 6件", "U+061C"],
    ["字".repeat(MAX_PARAGRAPH + 1), "两万字"],
  ])("is refused with its place and reason (%#)", (text, reason) => {
    expect(proseProblem(text)).toContain(reason);
  });
});

it("a text field is one paragraph a line, without the blank lines", () => {
  expect(splitParagraphs("一\r\n\r\n　\n二 \r三")).toEqual(["一", "二 ", "三"]);
  expect(splitParagraphs(" \n")).toEqual([]);
});

it("a field takes what a section can hold, with a blank line after each paragraph", () => {
  expect(fieldProblem("永\n\n".repeat(499))).toBeNull();
  expect(fieldProblem("永".repeat(50_000))).toBeNull();
  expect(fieldProblem("永".repeat(50_001))).toContain("50001字");
  expect(fieldProblem("\n".repeat(1000))).toContain("1001行");
});

it("字数 leaves white space out and takes a rare character as one", () => {
  expect(countCharacters(["灋 河\u3000区", "𠮷\t1"])).toBe(5);
});
