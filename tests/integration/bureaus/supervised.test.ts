import { beforeAll, expect, test } from "vitest";
import { listSupervisedStates } from "@/lib/bureaus/queries";
import { db } from "@/lib/db";
import { listReports } from "@/lib/reports/queries";
import { listReportsInput } from "@/lib/reports/schema";
import { act, actorOf, pass, seedDistrict, submittedReport } from "@/tests/support/demo";

const now = new Date("2026-01-12T01:00:00Z");

beforeAll(async () => {
  await seedDistrict();
});

test("a supervisor sees states and levels of the bureaus below, in their order, and no more", async () => {
  const id = await submittedReport("jyj", 2025);
  await pass("jyj.review1", id);
  const supervisor = await actorOf("qzf.super", now);
  expect(await listSupervisedStates(supervisor, 2025, now)).toEqual([
    {
      bureau: "sfj",
      bureauName: "灋河回族区司法局",
      year: 2025,
      draft: null,
      live: "NONE",
      stage: null,
      stepDue: null,
      version: null,
      urged: null,
      canUrge: false,
    },
    {
      bureau: "jyj",
      bureauName: "灋河回族区教育局",
      year: 2025,
      draft: "IN_REVIEW",
      live: "NONE",
      stage: "二审二校（复审）",
      stepDue: null,
      version: expect.any(Number),
      urged: null,
      canUrge: true,
    },
  ]);
  const { items } = await listReports(supervisor, listReportsInput.parse({}));
  expect(items).toEqual([]);
  await act("jyj.review2", id, {
    event: "return",
    items: [{ section: "problems", words: "请补充" }],
  });
  const [, returned] = await listSupervisedStates(supervisor, 2025, now);
  expect(returned).toMatchObject({ draft: "RETURNED", stage: null });
});

test("nobody else sees them: neither the bureaus themselves nor a supervisor whose time is over", async () => {
  for (const account of ["sfj.clerk", "jyj.review1", "sys.admin", "audit.admin"]) {
    expect(await listSupervisedStates(await actorOf(account, now), 2025, now)).toEqual([]);
  }
  const drafter = { role: "DRAFTER" as const, bureau: { connect: { code: "qzf" } }, from: now };
  await db.user.update({
    where: { account: "sfj.clerk2" },
    data: { memberships: { create: drafter } },
  });
  expect(await listSupervisedStates(await actorOf("sfj.clerk2", now), 2025, now)).toEqual([]);
  await db.membership.updateMany({ where: { role: "SUPERVISOR" }, data: { until: now } });
  expect(await listSupervisedStates(await actorOf("qzf.super", now), 2025, now)).toEqual([]);
});
