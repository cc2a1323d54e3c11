import { beforeAll, describe, expect, test } from "vitest";
import { POST as postMessage } from "@/app/api/v1/reports/[id]/threads/[thread]/messages/route";
import { PUT as putResolution } from "@/app/api/v1/reports/[id]/threads/[thread]/resolution/route";
import { GET, POST } from "@/app/api/v1/reports/[id]/threads/route";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { availableActions } from "@/lib/reports/workflow";
import { callApi, expectRefusal } from "@/tests/support/api";
import { act, actorOf, draftReport, seedDistrict, tokenOf } from "@/tests/support/demo";

const tokens: Record<string, string> = {};
let id = "";

beforeAll(async () => {
  await seedDistrict();
  for (const name of ["clerk", "clerk2", "review1", "proof1", "admin"]) {
    tokens[name] = await tokenOf(`sfj.${name}`);
  }
  id = await draftReport("sfj", 2025);
});

function open(name: string, body: object, report = id) {
  return callApi(POST, { token: tokens[name] ?? "", method: "POST", params: { id: report }, body });
}

function list(name: string, query = "", report = id) {
  return callApi(GET, { token: tokens[name] ?? "", params: { id: report }, query });
}

function reply(name: string, thread: string, body: object, report = id) {
  const params = { id: report, thread };
  return callApi(postMessage, { token: tokens[name] ?? "", method: "POST", params, body });
}

function resolve(name: string, thread: string, body: object, report = id) {
  const params = { id: report, thread };
  return callApi(putResolution, { token: tokens[name] ?? "", method: "PUT", params, body });
}

async function problemsOf(report: string): Promise<string[]> {
  const { sections } = await getReport(await actorOf("sfj.clerk"), report, new Date());
  return sections.problems.kind === "prose" ? sections.problems.paragraphs : [];
}

async function write(report: string, paragraphs: string[]) {
  const actor = await actorOf("sfj.clerk");
  const { versions } = await getReport(actor, report, new Date());
  const ifMatch = versions.problems.version;
  const input = { reportId: report, key: "problems", ifMatch, change: { paragraphs } };
  await saveSection(actor, input, new Date());
}

test("a thread is opened, answered, resolved and reopened; every word of it stays", async () => {
  const before = await getReport(await actorOf("sfj.clerk"), id, new Date());
  const opened = await open("review1", {
    section: "applications",
    cell: "received.naturalPerson",
    words: "与台账不一致。",
  });
  expect(opened.status).toBe(201);
  expect(answers.Thread.parse(opened.body)).toEqual(opened.body);
  const thread = opened.body.id;
  expect((await reply("clerk", thread, { words: "已核对台账。" })).status).toBe(201);
  const resolved = await resolve("review1", thread, { resolved: true, words: "好。" });
  expect(resolved.body).toMatchObject({ resolvedByName: expect.stringMatching(/\p{sc=Han}/u) });
  expectRefusal(await resolve("review1", thread, { resolved: true }), 409);
  const again = await resolve("proof1", thread, { resolved: false });
  expect(again.body.messages.map((m: { kind: string }) => m.kind)).toEqual([
    "SAID",
    "SAID",
    "RESOLVED",
    "REOPENED",
  ]);
  expect(again.body).toMatchObject({ resolvedAt: null, resolvedByName: null });
  const after = await getReport(await actorOf("sfj.clerk"), id, new Date());
  expect([after.version, after.contentHash]).toEqual([before.version, before.contentHash]);
});

describe("who", () => {
  test("a publisher reads, and neither opens nor answers", async () => {
    expectRefusal(await open("admin", { section: "problems", words: "改" }), 403);
    const { body } = await open("clerk", { section: "problems", words: "请看一下。" });
    expectRefusal(await reply("admin", body.id, { words: "好" }), 403);
    expectRefusal(await resolve("admin", body.id, { resolved: true }), 403);
    const seen = await list("admin");
    expect(answers.ThreadList.parse(seen.body)).toEqual(seen.body);
    expect(seen.body.canTalk).toBe(false);
  });

  test("a drafter resolves an own thread, but no reviewer's and no other drafter's", async () => {
    const own = await open("clerk", { section: "problems", words: "自己的。" });
    expectRefusal(await resolve("clerk2", own.body.id, { resolved: true }), 403);
    expect((await resolve("clerk", own.body.id, { resolved: true })).status).toBe(200);
    const asked = await open("review1", { section: "problems", words: "请改。" });
    expect((await list("clerk")).body.items[0]).toMatchObject({ canResolve: false });
    expectRefusal(await resolve("clerk", asked.body.id, { resolved: true }), 403);
  });

  test("a thread answers under its own report alone", async () => {
    const other = await draftReport("sfj", 2024);
    const { body } = await open("clerk", { section: "problems", words: "这一份的。" });
    expectRefusal(await reply("clerk", body.id, { words: "那一份？" }, other), 404);
    expectRefusal(await resolve("clerk", body.id, { resolved: true }, other), 404);
    expect((await list("clerk", "", other)).body).toMatchObject({ items: [], open: 0 });
    expectRefusal(await list("clerk", `?cursor=${body.id}`, other), 422);
  });
});

test("a must-resolve thread stands against the submission until it is resolved", async () => {
  const report = await draftReport("sfj", 2023);
  const submit = async () => {
    const actor = await actorOf("sfj.clerk");
    const record = await getReport(actor, report, new Date());
    return availableActions(record, actor).find((action) => action.event === "submit");
  };
  expect(await submit()).toMatchObject({ allowed: true });
  await open("review1", { section: "problems", words: "可改可不改。" }, report);
  expect(await submit()).toMatchObject({ allowed: true });
  const must = { section: "problems", words: "请写明整改期限。", mustResolve: true };
  const { body } = await open("review1", must, report);
  expect(await submit()).toMatchObject({ allowed: false, refusal: "INVALID" });
  expect((await submit())?.reasons.join()).toContain("请写明整改期限。");
  await expect(act("sfj.clerk", report, { event: "submit" })).rejects.toMatchObject({
    code: "INVALID",
  });
  await resolve("review1", body.id, { resolved: true }, report);
  await act("sfj.clerk", report, { event: "submit" });
});

test("a quoted passage keeps to its words while the text around them changes", async () => {
  const report = await draftReport("sfj", 2022);
  await write(report, ["第一段在前。", "存在的不足是更新不够及时，需要改进。"]);
  const quote = { text: "更新不够及时", paragraph: 1, start: 6 };
  const { body } = await open("review1", { section: "problems", quote, words: "哪一类？" }, report);
  expect(body.quote).toEqual({
    text: "更新不够及时",
    place: { paragraph: 1, start: 6, end: 12, changed: false },
  });
  const placed = async (paragraphs: string[]) => {
    await write(report, paragraphs);
    return (await list("clerk", "", report)).body.items[0].quote;
  };
  expect(await placed(["新增。", "另起。", "一是更新不够及时；二是别的。"])).toMatchObject({
    place: { paragraph: 2, start: 2, end: 8, changed: false },
  });
  const gone = await placed(["全部重写过了。"]);
  expect(gone).toEqual({ text: "更新不够及时", place: null });
});

test("what cannot be quoted, named or said is refused in words", async () => {
  const stale = { text: "没有写过的话", paragraph: 0, start: 0 };
  expectRefusal(await open("clerk", { section: "problems", quote: stale, words: "?" }), 409);
  const [paragraph = ""] = await problemsOf(id);
  const good = { text: paragraph.slice(0, 4), paragraph: 0, start: 0 };
  const refused: object[] = [
    { section: "elsewhere", words: "改" },
    { section: "applications", cell: "received.martian", words: "改" },
    { section: "problems", cell: "received.naturalPerson", quote: good, words: "改" },
    { section: "problems", words: " " },
    { section: "problems", words: "长".repeat(2001) },
    { section: "problems", words: "倒\u202e着" },
    { section: "problems", words: "断\ud800开" },
    { section: "problems", words: "空\0" },
    { section: "problems", quote: { ...good, text: "长".repeat(501) }, words: "改" },
    { section: "problems", quote: { ...good, start: -1 }, words: "改" },
    { section: "problems", quote: Array(10_000).fill(good), words: "改" },
    { section: "problems" },
  ];
  const count = () => db.thread.count();
  const before = await count();
  for (const body of refused) expectRefusal(await open("clerk", body), 422);
  const huge = { section: "problems", words: "改", quote: { ...good, text: "长".repeat(500_000) } };
  expectRefusal(await open("clerk", huge), 413);
  expect(await count()).toBe(before);
  expectRefusal(await list("clerk", "?limit=51"), 422);
  expectRefusal(await list("clerk", "?cursor=x"), 422);
});

test("many threads come in pages, each once, and there is an end to them", async () => {
  const report = await draftReport("sfj", 2021);
  const actor = await actorOf("sfj.clerk");
  const by = { openedById: actor.userId, openedByName: actor.name, openedAt: new Date() };
  const row = { reportId: report, section: "problems", ...by };
  await db.thread.createMany({ data: Array.from({ length: 999 }, () => row) });
  expect((await open("clerk", { section: "problems", words: "第一千条。" }, report)).status).toBe(
    201,
  );
  expectRefusal(await open("clerk", { section: "problems", words: "再来一条。" }, report), 409);
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await list("clerk", `?limit=50${cursor && `&cursor=${cursor}`}`, report);
    expect(body.open).toBe(1000);
    seen.push(...body.items.map((item: { id: string }) => item.id));
    cursor = body.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(1000);
  expect(new Set(seen).size).toBe(1000);
  expect((await list("clerk", "?state=resolved", report)).body.items).toEqual([]);
});

test("a talk has an end too, and nothing said is ever changed", async () => {
  const { body } = await open("clerk", { section: "other", words: "开头。" });
  const by = { byId: body.id, byName: "某人", at: new Date() };
  const row = { threadId: body.id, kind: "SAID" as const, words: "又一句。", ...by };
  await db.threadMessage.createMany({ data: Array.from({ length: 199 }, () => row) });
  expectRefusal(await reply("clerk", body.id, { words: "还有一句。" }), 409);
  await expect(
    db.threadMessage.updateMany({ where: { threadId: body.id }, data: { words: "改" } }),
  ).rejects.toThrow();
  await expect(db.threadMessage.deleteMany({ where: { threadId: body.id } })).rejects.toThrow();
});
