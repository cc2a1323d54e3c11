import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { changesPages, cleanPages, markedPages } from "@/lib/exporting/handout";
import { renderChangesWord, renderPagesWord } from "@/lib/exporting/word";
import type { Sections } from "@/lib/format/content";
import { markSections } from "@/lib/reports/comparisons/rules";
import { changeRows } from "@/lib/reports/handouts/rules";
import { anyText, before, edited, format, handoutOf } from "@/tests/support/two-texts";
import { settledParagraphs, wordParagraphs, wordPart } from "@/tests/support/word-text";

const handout = handoutOf();
const at = handout.to.createdAt;
const after = edited(
  { other: ["本年度收取<信息>处理费&\uFFFF。"], "overview.lead": [] },
  { applications: { "received.naturalPerson": 7 }, proactive: { feesWan: "1.20" } },
);

const markedWord = (one: Sections, other: Sections) =>
  renderPagesWord(markedPages(handout, markSections(format, one, other)), at);
const cleanWord = (text: Sections) => renderPagesWord(cleanPages(handout, text), at);

function changesWord() {
  const rows = changeRows(format, markSections(format, before, after), {
    asked: [],
    explained: [],
  });
  return renderChangesWord(changesPages(handout, rows), at);
}

test("修改对照表 is a real table with a head that repeats", async () => {
  const file = await changesWord();
  const xml = await wordPart(file, "word/document.xml");
  // Said of the head alone: some readers take the mere mention for a head.
  expect(xml.match(/<w:tblHeader\b[^>]*>/g)).toEqual(["<w:tblHeader/>"]);
  expect(xml).toContain('w:orient="landscape"');
  const paragraphs = await wordParagraphs(file);
  const heads = paragraphs.indexOf("序号");
  expect(paragraphs.slice(heads, heads + 5)).toEqual(["序号", "位置", "原文", "修改后", "说明"]);
  const fee = paragraphs.indexOf("「本年收费金额」列");
  expect(paragraphs.slice(fee - 3, fee + 4)).toEqual([
    "2",
    "表二",
    "「行政事业性收费」行",
    "「本年收费金额」列",
    "5949.088667",
    "1.20",
    "",
  ]);
  // A code that XML has no place for would be damage to Word.
  expect(paragraphs).toContain("本年度收取<信息>处理费&\uFFFD。");
  expect(paragraphs.at(-1)).toBe("共 4 处改动。");
});

test("清稿 carries 稿 and 校验码 at its foot, and no change", async () => {
  const file = await cleanWord(after);
  for (const part of ["word/footer1.xml", "word/footer2.xml"]) {
    expect(await wordPart(file, part)).toContain("第 5 稿　校验码 7C11 0D2E");
  }
  expect(await wordPart(file, "word/header1.xml")).toContain("清　稿");
  expect(await wordPart(file, "word/document.xml")).not.toMatch(/<w:(?:ins|del) /);
  const paragraphs = await wordParagraphs(file);
  expect(paragraphs).toContain("三、收到和处理政府信息公开申请情况");
  expect(paragraphs.slice(-2)).toEqual(["灋河回族区司法局", "2025年1月16日"]);
});

test("花脸稿 names who changed it and when, each change under a number of its own", async () => {
  const xml = await wordPart(await markedWord(before, after), "word/document.xml");
  const stamps = [...xml.matchAll(/<w:(?:ins|del) ([^>]*?)\/?>/g)].map(([, stamp = ""]) => stamp);
  expect(stamps.length).toBeGreaterThan(8);
  expect(new Set(stamps).size).toBe(stamps.length);
  for (const stamp of stamps) {
    expect(stamp).toContain('w:author="灋河回族区司法局" w:date="2026-01-05T01:30:00.000Z"');
  }
});

test("accepting every mark of 花脸稿 gives the later text, rejecting it the earlier one", async () => {
  await fc.assert(
    fc.asyncProperty(anyText(), anyText(), async (one, other) => {
      const marked = await markedWord(one, other);
      const head =
        (await wordParagraphs(marked)).findIndex((text) => text.startsWith("标记：")) + 1;
      const texts = await Promise.all(
        [cleanWord(one), cleanWord(other)].map(async (file) => wordParagraphs(await file)),
      );
      expect((await settledParagraphs(marked, "reject")).slice(head)).toEqual(texts[0]);
      expect((await settledParagraphs(marked, "accept")).slice(head)).toEqual(texts[1]);
    }),
    { numRuns: 20 },
  );
});

test("the same two 稿 give the same bytes, whatever the time of day", async () => {
  const files = () => Promise.all([changesWord(), markedWord(before, after), cleanWord(after)]);
  const first = await files();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-07-08T09:10:11Z") });
  const again = await files();
  vi.useRealTimers();
  expect(first.map((file, i) => Buffer.from(file).equals(again[i] ?? new Uint8Array()))).toEqual([
    true,
    true,
    true,
  ]);
  expect(await wordPart(first[0] ?? new Uint8Array(), "docProps/core.xml")).toContain(
    ">2026-01-05T01:30:00.000Z</dcterms:created>",
  );
});
