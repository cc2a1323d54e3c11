import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { EventInput } from "@/lib/reports/events/schema";
import { getReport } from "@/lib/reports/queries";
import { returnedItems } from "@/lib/reports/rules";
import { findPassage } from "@/lib/reviews/passages/rules";
import { act, actorOf, checklist, seedDistrict, submittedReport } from "@/tests/support/demo";

type Items = NonNullable<EventInput["items"]>;

let id = "";
let year = 2040;

beforeAll(async () => {
  await seedDistrict();
});

beforeEach(async () => {
  id = await submittedReport("sfj", year);
  year += 1;
});

async function read() {
  return getReport(await actorOf("sfj.clerk"), id, new Date());
}

async function firstWords(): Promise<string> {
  const { sections } = await read();
  const { problems } = sections;
  return (problems.kind === "prose" ? problems.paragraphs[0] : "")?.slice(2, 10) ?? "";
}

const cell = { section: "applications", cell: "received.naturalPerson" };

async function errors(): Promise<Items> {
  const quote = { text: await firstWords(), paragraph: 0, start: 2 };
  return [
    { section: "problems", quote, errorClass: "typo", correction: "改好的字", words: "" },
    { ...cell, errorClass: "data", correction: "12", words: "与上年重复" },
  ];
}

describe("errors at their places", () => {
  test("go with a return, belong to the 校, and count by class, once", async () => {
    await act("sfj.review1", id, { event: "return", items: await errors() });
    const decisions = await db.decision.findMany({ where: { reportId: id } });
    const counts = decisions.map(({ step, proofErrors }) => [step, proofErrors]);
    expect(new Map(counts as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        ["review1", {}],
        ["proof1", { typo: 1, data: 1 }],
      ]),
    );
    const proof = decisions.find(({ step }) => step === "proof1");
    const items = await db.reviewItem.findMany({ where: { decisionId: proof?.id ?? "" } });
    expect(items).toHaveLength(2);
  });

  test("come back to the drafter with what they should say, and the passage to find again", async () => {
    const text = await firstWords();
    await act("sfj.proof1", id, { event: "return", items: await errors() });
    const { decisions, sections } = await read();
    const [word, number] = returnedItems(decisions);
    expect(word).toMatchObject({ correction: "改好的字", words: "应为“改好的字”。", cell: null });
    expect(number).toMatchObject({ ...cell, correction: "12", words: "与上年重复", quote: null });
    const paragraphs = sections.problems.kind === "prose" ? sections.problems.paragraphs : [];
    const place = word?.quote && findPassage(["新的一段。", ...paragraphs], word.quote);
    expect(place).toEqual({ paragraph: 1, start: 2, end: 10, changed: false });
    expect(word?.quote?.text).toBe(text);
  });

  test("may go with a pass, and are no reason to come back", async () => {
    await act("sfj.review1", id, { event: "pass", checklist, items: await errors() });
    const { draft, decisions } = await read();
    expect(draft).toBe("IN_REVIEW");
    expect(returnedItems(decisions)).toEqual([]);
  });

  test.each([
    [
      "words that are not there",
      { section: "problems", quote: { text: "无此句", paragraph: 0, start: 0 } },
      "无此句",
    ],
    ["a number that is none", { ...cell, correction: "十二" }, "更正“十二”不能填进单元格"],
  ])("are refused with %s", async (_, item, words) => {
    const items: Items = [{ words: "请改。", errorClass: "typo", ...item }];
    await expect(act("sfj.review1", id, { event: "return", items })).rejects.toThrow(words);
    expect(await db.decision.count({ where: { reportId: id } })).toBe(0);
  });
});
