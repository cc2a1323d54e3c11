import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runChecks } from "@/lib/checks/evaluator";
import {
  checkInput,
  printed,
  soundSections,
  withCells,
  withProse,
} from "@/tests/support/check-input";

describe("whatever a text holds", () => {
  const scraps = [
    "收到",
    "受理",
    "申请",
    "政府信息公开",
    "行政复议",
    "诉讼",
    "未发生",
    "无",
    "其中",
    "共",
    "分别",
    "均",
    "灋河",
    "瀘河",
    "区",
    "司法局",
    "件",
    "条",
    "第",
    "近",
    "余",
    "万",
    "百",
    "十",
    "一",
    "２",
    "7",
    "1,024",
    "2024年",
    "，",
    "。",
    "、",
    "（",
    "）",
    "\ud84d",
    "𠮷",
    " ",
    "\n",
    "a",
    "%",
    "/",
    ":",
    "?",
  ];
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 60 }).map((parts) => parts.join("")),
  );

  test("findings stand inside it, under names of their own that fit an address", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        let sections = withCells(soundSections(), "disputes", { "reconsideration.upheld": 2 });
        for (const key of ["title", "overview.applications", "problems", "other"] as const) {
          sections = withProse(sections, key, ...paragraphs);
        }
        const source = printed({
          headings: paragraphs,
          layout: paragraphs.map((problem) => ({ table: "proactive", problem })),
        });
        const found = runChecks(checkInput({ sections, source }));
        for (const { range, fingerprint, message, advice } of found) {
          if (range) {
            expect(range.start).toBeLessThan(range.end);
            expect(range.end).toBeLessThanOrEqual(paragraphs[range.paragraph]?.length ?? -1);
          }
          expect(message && advice).toBeTruthy();
          expect(fingerprint.length).toBeLessThan(200);
          expect(decodeURIComponent(encodeURIComponent(fingerprint))).toBe(fingerprint);
          expect(fingerprint).not.toMatch(/[\s/\\?#%]/);
        }
        expect(new Set(found.map((f) => f.fingerprint)).size).toBe(found.length);
        expect(runChecks(checkInput({ sections, source }))).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    "1",
    "1,",
    "1,000,",
    "一",
    "十",
    "〇",
    "收到",
    "收到申请",
    "收到政府信息公开申请1件",
    "收到政府信息公开申请1件，",
    "无",
    "未发生",
    "行政复议",
    "行政复议1件",
    "行政复议1件、",
    "无行政复议1件，",
    "其中",
    "瀘",
    "瀘河",
    "瀘河区司法局",
    "灋",
    "政",
    "政府信息公开",
    "2024年",
    "2 ",
    " ",
    "，",
    "（",
    "\ud84d",
    "处理费",
    "年",
  ])("fifty thousand characters of %j are read through at once", (scrap) => {
    const long = scrap.repeat(Math.ceil(50_000 / scrap.length));
    let sections = soundSections();
    for (const key of ["title", "overview.applications", "problems", "other"] as const) {
      sections = withProse(sections, key, long);
    }
    const source = printed({
      headings: [long, long],
      layout: [{ table: "proactive", problem: long }],
    });
    // A rule that goes back over what it has read would take minutes, and the runner end it.
    expect(runChecks(checkInput({ sections, source }))).toBeInstanceOf(Array);
  });
});
