import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { PUT } from "@/app/api/v1/reports/[id]/presence/route";
import { GET } from "@/app/api/v1/reports/[id]/route";
import { PATCH } from "@/app/api/v1/reports/[id]/sections/[key]/route";
import { closeDatabase, db } from "@/lib/db";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { justice2024 } from "@/prisma/seed/texts";
import { callApi } from "@/tests/support/api";
import {
  act,
  actorOf,
  draftReport,
  publishedReport,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";
import { listenIn } from "@/tests/support/wire";

// One connection: a transaction that waited for a second one would wait for ever.
process.env.DATABASE_POOL = "1";
const wire = await listenIn(process.env.DATABASE_URL ?? "");
process.env.DATABASE_URL = wire.url;

let token = "";

beforeAll(async () => {
  await seedDistrict();
  token = await tokenOf("sfj.clerk");
});

beforeEach(() => {
  wire.statements.length = 0;
});

afterAll(async () => {
  await closeDatabase();
  await wire.close();
});

function save(id: string, key: string, ifMatch: number, body: unknown) {
  const headers = { "if-match": `"${ifMatch}"` };
  return callApi(PATCH, { token, method: "PATCH", params: { id, key }, headers, body });
}

/** What a request had the database execute; `as` is the status that it must have. */
async function sentBy(request: () => Promise<{ status: number }>, as = 200): Promise<string[]> {
  wire.statements.length = 0;
  const { status } = await request();
  expect(status).toBe(as);
  expect(new Set(wire.statements.map((sent) => sent.connection)).size).toBe(1);
  return wire.statements.map((sent) => sent.text);
}

test("what goes over the wire is counted, transactions with their begin and end", async () => {
  await db.$transaction((tx) => tx.$queryRaw`SELECT ${1}::int`);
  await db.$queryRaw`SELECT 2`;
  const texts = wire.statements.map((sent) => sent.text);
  expect(texts).toEqual(["BEGIN", "SELECT $1::int", "COMMIT", "SELECT 2"]);
});

test("a read sends at most 4 statements, sign-in check included", async () => {
  const id = await draftReport("sfj", 2025);
  const sent = await sentBy(() => callApi(GET, { token, params: { id } }));
  expect(sent.length).toBeLessThanOrEqual(4);
  expect(sent[0]).toContain("ApiToken");
});

test("a save sends at most 8 statements, also from behind and after a return", async () => {
  const id = await draftReport("sfj", 2024);
  const cells = { licences: 40 };
  const plain = await sentBy(() => save(id, "proactive", 2, { cells }));
  const behind = { cells: { penalties: 9 }, base: { penalties: 2 } };
  const merged = await sentBy(() => save(id, "proactive", 2, behind));
  const other = await submittedReport("sfj", 2023);
  const items = [{ section: "problems", words: "请写明整改的期限。" }];
  await act("sfj.review1", other, { event: "return", items });
  const paragraphs = ["一年来的不足是科室之间报送信息的时间不一致，来年逐月通报更新情况。"];
  const corrected = await sentBy(() => save(other, "problems", 2, { paragraphs }));
  for (const sent of [plain, merged, corrected]) {
    expect(sent.length).toBeLessThanOrEqual(8);
    expect(sent).toContain("COMMIT");
  }
});

test("who is here now is noted and told in one statement, sign-in check apart", async () => {
  const id = await draftReport("sfj", 2021);
  const body = { window: "w1", section: "problems" };
  const sent = await sentBy(() => callApi(PUT, { token, method: "PUT", params: { id }, body }));
  expect(sent).toHaveLength(2);
  expect(sent[0]).toContain("ApiToken");
});

test("many people save at once over one connection, and everybody is answered", async () => {
  const id = await draftReport("sfj", 2022);
  const blank = Object.entries(justice2024.cells.applications).filter(([, value]) => value === 0);
  const answers = await Promise.all(
    blank.map(([cell], i) => {
      const body = { cells: { [cell]: i + 1 }, base: { [cell]: 0 } };
      return save(id, "applications", 2, body);
    }),
  );
  expect(answers.length).toBeGreaterThan(100);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const { sections } = await getReport(await actorOf("sfj.clerk"), id, new Date());
  const saved = Object.fromEntries(blank.map(([cell], i) => [cell, i + 1]));
  expect(sections.applications).toMatchObject({ cells: saved });
});

test("a save that waits long for its connection is answered too", async () => {
  const actor = await actorOf("sfj.clerk");
  const id = await draftReport("sfj", 2020);
  const busy = db.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(3)`);
  const change = { cells: { licences: 41 } };
  const input = { reportId: id, key: "proactive", ifMatch: 2, change };
  await expect(saveSection(actor, input, new Date())).resolves.toHaveProperty("version");
  await busy;
});

test("every event up to the publication gets by with its one connection", async () => {
  const id = await publishedReport("sfj", 2019);
  const { body } = await callApi(GET, { token, params: { id } });
  expect(body.live).toBe("LIVE");
});
