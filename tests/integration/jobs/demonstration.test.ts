import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { seedReports } from "@/prisma/seed/reports";
import { seedDistrict } from "@/tests/support/demo";

test("the demonstration's notices carry the times of their events", async () => {
  await seedDistrict();
  await seedReports();
  const types = ["submitted", "passed", "published"];
  const events = await db.auditEvent.findMany({ where: { type: { in: types } } });
  const times = events.map(({ at }) => at.toISOString());
  const notices = await db.notification.findMany();
  expect(notices.length).toBeGreaterThan(8);
  for (const { createdAt } of notices) expect(times).toContain(createdAt.toISOString());
  expect(await db.outboxItem.count({ where: { doneAt: null } })).toBe(0);
});
