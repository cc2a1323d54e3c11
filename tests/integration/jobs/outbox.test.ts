import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { sweepOutbox } from "@/lib/jobs/sweep";
import { act, seedDistrict, submittedReport } from "@/tests/support/demo";

beforeAll(seedDistrict);

test("two sweepers at once deliver each notice once, and a second sweep finds nothing", async () => {
  const id = await submittedReport("sfj", 2025);
  const items = [{ section: "problems", words: "请写明时限。" }];
  await act("sfj.review1", id, { event: "return", items });
  const open = await db.outboxItem.count({ where: { doneAt: null } });
  expect(open).toBe(2);
  const now = new Date();
  const done = await Promise.all([sweepOutbox(now), sweepOutbox(now), sweepOutbox(now)]);
  expect(done.reduce((sum, count) => sum + count, 0)).toBe(open);
  const notices = await db.notification.findMany({
    select: { text: true, href: true, user: true },
  });
  const told = notices.map(({ user, text }) => `${user.account} ${text}`).toSorted();
  expect(told).toEqual([
    "sfj.both 灋河回族区司法局2025年度报告等待您审核。",
    "sfj.clerk 灋河回族区司法局2025年度报告被退回修改，请按意见修改后重新送审。",
    "sfj.proof1 灋河回族区司法局2025年度报告等待您审核。",
    "sfj.review1 灋河回族区司法局2025年度报告等待您审核。",
  ]);
  expect(await sweepOutbox(now)).toBe(0);
});
