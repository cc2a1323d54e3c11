import { beforeAll, describe, expect, test } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { GET as getReport } from "@/app/api/v1/reports/[id]/route";
import { db } from "@/lib/db";
import { callApi, expectRefusal } from "@/tests/support/api";
import {
  act,
  approvedReport,
  checklist,
  draftReport,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";

const people = ["clerk", "clerk2", "review1", "review2", "review3", "proof1", "admin", "both"];
const strangers = [
  "jyj.clerk",
  "jyj.review1",
  "jyj.admin",
  "qzf.super",
  "sys.admin",
  "audit.admin",
];
const tokens: Record<string, string> = {};

beforeAll(async () => {
  await seedDistrict();
  for (const person of people) tokens[person] = await tokenOf(`sfj.${person}`);
  for (const account of strangers) tokens[account] = await tokenOf(account);
});

const items = [{ section: "problems", cell: null, words: "请补充改进的时限。" }];

/** What each event brings, where it starts from, who may, who may not, and where it leads. */
const events = [
  {
    event: "submit",
    start: () => draftReport("sfj", 2025),
    brings: {},
    right: "clerk2",
    wrong: { review1: 403, proof1: 403, admin: 403, both: 403 },
    leads: { draft: "IN_REVIEW", live: "NONE" },
    again: 409,
  },
  {
    event: "recall",
    start: () => submittedReport("sfj", 2024),
    brings: {},
    right: "clerk",
    wrong: { clerk2: 403, review1: 403, admin: 403 },
    leads: { draft: "DRAFT", live: "NONE" },
    again: 409,
  },
  {
    event: "pass",
    start: () => submittedReport("sfj", 2023),
    brings: { checklist },
    right: "review1",
    wrong: { clerk: 403, clerk2: 403, admin: 403, review2: 409, review3: 409 },
    leads: { draft: "IN_REVIEW", live: "NONE" },
    again: 409,
  },
  {
    event: "return",
    start: () => submittedReport("sfj", 2022),
    brings: { items },
    right: "both",
    wrong: { clerk: 403, clerk2: 403, admin: 403, review2: 409, review3: 409 },
    leads: { draft: "RETURNED", live: "NONE" },
    again: 409,
  },
  {
    event: "reopen",
    start: () => approvedReport("sfj", 2021),
    brings: { reason: "落款日期有误。" },
    right: "review3",
    wrong: { clerk: 403, admin: 403, review1: 403, review2: 403, both: 403 },
    leads: { draft: "RETURNED", live: "NONE" },
    again: 409,
  },
  {
    event: "publish",
    start: () => approvedReport("sfj", 2020),
    brings: {},
    right: "admin",
    wrong: { clerk: 403, review1: 403, review3: 403, proof1: 403 },
    leads: { draft: "IDLE", live: "LIVE" },
    again: 409,
  },
] as const;

describe.each(events)("$event", ({ event, start, brings, right, wrong, leads, again }) => {
  let id = "";
  let version = 0;

  beforeAll(async () => {
    id = await start();
    version = (await db.report.findUniqueOrThrow({ where: { id } })).version;
  });

  const send = (person: string, changes: Record<string, unknown> = {}) =>
    callApi(postEvent, {
      token: tokens[person] ?? "",
      method: "POST",
      params: { id },
      body: { event, version, ...brings, ...changes },
    });

  const stored = () =>
    Promise.all([
      db.report.findUniqueOrThrow({ where: { id } }),
      db.decision.count(),
      db.round.findMany(),
      db.revision.count(),
      db.publication.count(),
      db.auditEvent.count(),
      db.outboxItem.count(),
    ]);

  test("is refused, and leaves nothing behind", async () => {
    const before = await stored();
    expectRefusal(await send(right, { version: undefined }), 428);
    const stale = await send(right, { version: version - 1 });
    expectRefusal(stale, 409);
    expect(stale.body.version).toBe(version);
    expectRefusal(await send(right, { version: version + 1 }), 409);
    expectRefusal(await send(right, { contentHash: "0".repeat(64) }), 409);
    for (const [person, status] of Object.entries(wrong)) {
      const { status: answered } = await send(person);
      expect([person, answered]).toEqual([person, status]);
    }
    for (const account of strangers) expectRefusal(await send(account), 404);
    const needs = Object.keys(brings)[0];
    if (needs) expectRefusal(await send(right, { [needs]: undefined }), 422);
    expect(await stored()).toEqual(before);
  });

  test("happens for the right person, once", async () => {
    const done = await send(right);
    expect(done.body).toMatchObject(leads);
    const { body } = await callApi(getReport, { token: tokens.clerk ?? "", params: { id } });
    expect(body).toMatchObject(leads);
    version = body.version;
    expectRefusal(await send(right), again);
  });
});

test("a publisher who changed the text last does not publish it", async () => {
  const id = await approvedReport("jyj", 2025);
  const { bureauId } = await db.report.findUniqueOrThrow({ where: { id } });
  const clerk = await db.user.findUniqueOrThrow({ where: { account: "jyj.clerk" } });
  await db.membership.create({ data: { userId: clerk.id, bureauId, role: "PUBLISHER" } });
  await expect(act("jyj.clerk", id, { event: "publish" })).rejects.toMatchObject({
    code: "FORBIDDEN",
    reasons: [expect.stringContaining("最后修改本稿的人")],
  });
});

test("a role that has ended, or not begun, or whose holder is shut out, is none", async () => {
  const id = await submittedReport("jyj", 2024);
  const { bureauId } = await db.report.findUniqueOrThrow({ where: { id } });
  const day = 86_400_000;
  const person = await db.user.findUniqueOrThrow({ where: { account: "jyj.admin" } });
  const role = { userId: person.id, bureauId, role: "REVIEWER" as const, level: 1 };
  const [past, future] = [new Date(Date.now() - day), new Date(Date.now() + day)];
  await db.membership.create({ data: { ...role, from: new Date(0), until: past } });
  await db.membership.create({ data: { ...role, from: future } });
  await expect(act("jyj.admin", id, { event: "pass", checklist })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("only as many holders as there are people: a shortage stops the submission by name", async () => {
  const id = await draftReport("jyj", 2023);
  await db.user.update({ where: { account: "jyj.review3" }, data: { disabledAt: new Date() } });
  await expect(act("jyj.clerk", id, { event: "submit" })).rejects.toMatchObject({
    code: "INVALID",
    reasons: [expect.stringContaining("“三审”没有合适的人")],
  });
  await db.user.update({ where: { account: "jyj.review3" }, data: { disabledAt: null } });
  await act("jyj.clerk", id, { event: "submit" });
});
