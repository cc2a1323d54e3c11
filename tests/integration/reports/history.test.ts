import { beforeAll, expect, test } from "vitest";
import { GET as historyRoute } from "@/app/api/v1/reports/[id]/history/route";
import { POST as postImport } from "@/app/api/v1/reports/[id]/import/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { getHistory } from "@/lib/reports/history/queries";
import type { HistoryEntry } from "@/lib/reports/history/schema";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  actorOf,
  draftReport,
  publishedReport,
  seedDistrict,
  tokenOf,
} from "@/tests/support/demo";

beforeAll(seedDistrict);

test("what an import stored stands before what it kept, though both are of one instant", async () => {
  const id = await draftReport("sfj", 2009);
  const token = await tokenOf("sfj.clerk");
  const body =
    "灋河回族区司法局2009年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开\n新的情况。";
  const query = "?apply=true";
  const stored = await callApi(postImport, { token, method: "POST", params: { id }, query, body });
  expect(stored.status, JSON.stringify(stored.body)).toBe(200);

  const { items } = await getHistory(await actorOf("sfj.clerk"), id);
  const [first, second] = items;
  expect([first?.kind, second?.kind]).toEqual(["imported", "kept"]);
  expect(first?.at).toEqual(second?.at);
});

test("what was submitted, judged and published stands there with its 稿, and what was saved before", async () => {
  const id = await publishedReport("sfj", 2010);
  const { items, nextCursor } = await getHistory(await actorOf("sfj.clerk"), id);
  expect(nextCursor).toBeNull();
  expect(items.map(({ kind, revisionNo }) => [kind, revisionNo])).toEqual([
    ["published", 1],
    ["passed", 1],
    ["passed", 1],
    ["passed", 1],
    ["submitted", 1],
    ["edited", null],
  ]);
  expect(items[3]?.steps).toEqual(["一审", "一校"]);
  const sections = new Set(items.at(-1)?.edits.map(({ section }) => section));
  expect(sections.size).toBeGreaterThan(8);
});

test("thousands of saves are read page by page: each once, in order, and every 稿", async () => {
  const id = await draftReport("sfj", 2011);
  await act("sfj.clerk", id, { event: "submit" });
  await act("sfj.clerk", id, { event: "recall" });
  const people = [await actorOf("sfj.clerk"), await actorOf("sfj.clerk2")];
  const start = Date.now() + 3_600_000;
  const rows = Array.from({ length: 2100 }, (_, i) => {
    const savedAt = new Date(start + Math.floor(i / 7) * 900_000);
    const userId = people[i % 2]?.userId ?? "";
    const text = { content: '{"paragraphs":[]}', hash: "0".repeat(64), version: i + 3 };
    return { reportId: id, key: "other", userId, slot: new Date(start + i), savedAt, ...text };
  });
  await db.sectionHistory.createMany({ data: rows });
  const token = await tokenOf("sfj.review1");
  const seen: HistoryEntry[] = [];
  let query = "";
  let pages = 0;
  do {
    const { body } = await callApi(historyRoute, { token, params: { id }, query });
    expect(answers.History.parse(body)).toEqual(body);
    expect(body.items.length).toBeGreaterThan(0);
    seen.push(...body.items);
    query = body.nextCursor && `?cursor=${body.nextCursor}`;
    pages += 1;
  } while (query);
  expect(pages).toBeLessThan(14);
  const edits = seen.flatMap((entry) =>
    entry.edits.map(({ section, by, slot }) => `${section} ${by} ${slot}`),
  );
  const stored = await db.sectionHistory.count({ where: { reportId: id } });
  expect([edits.length, new Set(edits).size]).toEqual([stored, stored]);
  const instants = seen.map(({ at }) => String(at));
  expect(instants).toEqual(instants.toSorted().toReversed());
  expect(seen.filter(({ kind }) => kind !== "edited").map(({ kind }) => kind)).toEqual([
    "recalled",
    "submitted",
  ]);
  for (const bad of ["?cursor=", "?cursor=yesterday", "?before=2026-01-05T03:00:00Z"]) {
    expectRefusal(await callApi(historyRoute, { token, params: { id }, query: bad }), 422);
  }
});
