import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { listNotifications } from "@/lib/notifications/queries";
import { act, actorOf, draftReport, pass, seedDistrict } from "@/tests/support/demo";

const now = new Date("2026-01-10T02:00:00Z");

beforeAll(seedDistrict);

beforeEach(async () => {
  await db.notification.deleteMany();
  await db.outboxItem.deleteMany();
});

/** Every notice delivered, by account and text. */
async function delivered(): Promise<string[]> {
  const rows = await db.notification.findMany({ include: { user: { select: { account: true } } } });
  return rows.map(({ user, text }) => `${user.account} ${text}`).toSorted();
}

test("who can judge a submitted report is told once, however often and by how many it is swept", async () => {
  const id = await draftReport("sfj", 2025);
  await act("sfj.clerk", id, { event: "submit" });
  const swept = await Promise.all(Array.from({ length: 4 }, () => sweepOutbox(now)));
  expect(swept.toSorted()).toEqual([0, 0, 0, 1]);
  expect(await sweepOutbox(now)).toBe(0);
  const text = "灋河回族区司法局2025年度报告等待您审核。";
  expect(await delivered()).toEqual(
    ["sfj.both", "sfj.proof1", "sfj.review1"].map((account) => `${account} ${text}`),
  );
  const reviewer = await actorOf("sfj.review1");
  expect(await listNotifications(reviewer)).toMatchObject([{ text, href: `/desk/reviews/${id}` }]);
});

test("the next level is told after a pass, the submitter after a return", async () => {
  const id = await draftReport("sfj", 2024);
  await act("sfj.clerk", id, { event: "submit" });
  await pass("sfj.review1", id);
  const items = [{ section: "problems", words: "请写明整改的期限。" }];
  await act("sfj.review2", id, { event: "return", items });
  await sweepOutbox(now);
  const accounts = (await delivered()).map((line) => line.split(" ")[0]);
  expect(accounts).toContain("sfj.review2");
  expect(accounts).not.toContain("sfj.review3");
  const clerk = await listNotifications(await actorOf("sfj.clerk"));
  expect(clerk.map(({ text }) => text)).toEqual([expect.stringContaining("退回修改")]);
});

test("what cannot be delivered stays, and a row in other hands is passed over", async () => {
  const item = { kind: "notice", createdAt: now };
  const nobody = { userIds: ["00000000-0000-7000-8000-000000000000"], text: "甲", href: "/desk" };
  await db.outboxItem.create({ data: { ...item, payload: nobody } });
  await expect(sweepOutbox(now)).rejects.toThrow();
  expect(await db.outboxItem.count({ where: { doneAt: null } })).toBe(1);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "OutboxItem" FOR UPDATE`;
    expect(await sweepOutbox(now)).toBe(0);
  });
});
