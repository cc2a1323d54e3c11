import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { listNotifications } from "@/lib/notifications/queries";
import { act, actorOf, pass, seedDistrict, submittedReport } from "@/tests/support/demo";
import { tamper } from "@/tests/support/tampering";

let userIds: string[] = [];

beforeAll(async () => {
  await seedDistrict();
  userIds = (await db.user.findMany({ select: { id: true } })).map((user) => user.id);
});

afterEach(async () => {
  await db.notification.deleteMany();
  await db.outboxItem.deleteMany();
});

const now = new Date("2026-01-05T03:00:00Z");

/** Notices that wait, for three people each. */
async function fill(count: number): Promise<void> {
  const to = userIds.slice(0, 3);
  await db.outboxItem.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      kind: "notice",
      payload: { userIds: to, text: `第${i}条`, href: "/desk" },
      createdAt: new Date(now.getTime() + i),
    })),
  });
}

const waiting = () => db.outboxItem.count({ where: { doneAt: null } });

async function sweepAll(): Promise<number> {
  let swept = 0;
  for (let done = 1; done > 0; swept += done) done = await sweepOutbox(now);
  return swept;
}

describe("the outbox", () => {
  test("is delivered once, by however many sweepers at once", async () => {
    await fill(230);
    const swept = await Promise.all(Array.from({ length: 6 }, sweepAll));
    expect(swept.reduce((a, b) => a + b, 0)).toBe(230);
    expect(await waiting()).toBe(0);
    expect(await db.notification.count()).toBe(690);
    expect(await sweepAll()).toBe(0);
    expect(await db.notification.count()).toBe(690);
  });

  test("delivers the oldest first, a batch at a time", async () => {
    await fill(60);
    const first = await sweepOutbox(now);
    expect(first).toBeLessThan(60);
    const texts = await db.notification.findMany({ distinct: ["text"], select: { text: true } });
    const expected = Array.from({ length: first }, (_, i) => `第${i}条`);
    expect(texts.map((row) => row.text).toSorted()).toEqual(expected.toSorted());
  });

  test("loses nothing, and delivers nothing twice, when it fails between delivery and mark", async () => {
    await fill(3);
    await tamper(
      `CREATE FUNCTION fail_now() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'power cut'; END $$`,
      `CREATE TRIGGER fail_now BEFORE UPDATE ON "OutboxItem" EXECUTE FUNCTION fail_now()`,
    );
    await expect(sweepOutbox(now)).rejects.toThrow(/power cut/);
    expect(await db.notification.count()).toBe(0);
    expect(await waiting()).toBe(3);
    await tamper(`DROP TRIGGER fail_now ON "OutboxItem"`);
    expect(await sweepAll()).toBe(3);
    expect(await db.notification.count()).toBe(9);
  });

  test("passes over what another sweeper holds, instead of waiting for it", async () => {
    await fill(5);
    await db.$transaction(async (tx) => {
      const held = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "OutboxItem" ORDER BY "createdAt" LIMIT 2 FOR UPDATE`;
      expect(held).toHaveLength(2);
      expect(await sweepOutbox(now)).toBe(3);
    });
    expect(await sweepAll()).toBe(2);
  });

  test("leaves what is not a notice to others", async () => {
    await db.outboxItem.create({ data: { kind: "mail", payload: {}, createdAt: now } });
    expect(await sweepAll()).toBe(0);
    expect(await waiting()).toBe(1);
  });
});

test("what an event tells people leaves with the event, and not without it", async () => {
  const id = await submittedReport("sfj", 2025);
  await sweepAll();
  const texts = async (account: string) =>
    (await listNotifications(await actorOf(account))).map((notice) => notice.text);
  for (const account of ["sfj.review1", "sfj.proof1", "sfj.both"]) {
    expect(await texts(account)).toEqual(["灋河回族区司法局2025年度报告等待您审核。"]);
  }
  for (const account of ["sfj.clerk", "sfj.review2", "jyj.review1", "qzf.super"]) {
    expect(await texts(account)).toEqual([]);
  }
  await expect(act("sfj.review2", id, { event: "pass" })).rejects.toThrow();
  expect(await waiting()).toBe(0);
  await pass("sfj.review1", id);
  await sweepAll();
  expect(await texts("sfj.review2")).toHaveLength(1);
  expect(await texts("sfj.review1")).toHaveLength(1);
  const items = [{ section: "problems", words: "请写明时限。" }];
  await act("sfj.review2", id, { event: "return", items });
  await sweepAll();
  expect(await texts("sfj.clerk")).toEqual([
    "灋河回族区司法局2025年度报告被退回修改，请按意见修改后重新送审。",
  ]);
});
