import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getReportRoute } from "@/app/api/v1/reports/[id]/route";
import { db } from "@/lib/db";
import { getHistory } from "@/lib/reports/history/queries";
import { revokeDelegation } from "@/lib/reviews/delegations/commands";
import { listWaiting } from "@/lib/reviews/queue/queries";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import { callApi } from "@/tests/support/api";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  pass,
  seedDistrict,
  submittedReport,
  tokenOf,
} from "@/tests/support/demo";
import { endDelegations, hours, lend, userIds } from "@/tests/support/deputies";
import { setPlan } from "@/tests/support/set-plan";

const HOUR = 3_600_000;
let ids: Record<string, string> = {};
let year = 2030;

beforeAll(async () => {
  await seedDistrict();
  ids = await userIds();
});

beforeEach(endDelegations);

async function nextReport() {
  year += 1;
  return submittedReport("sfj", year);
}

const refusedDuty = { code: "FORBIDDEN" };

describe("a deputy acts", () => {
  it("under his own name, for another, and it stays so in the history", async () => {
    const id = await nextReport();
    await lend("sfj.review1", "sfj.proof1");
    await pass("sfj.proof1", id);
    const decisions = await db.decision.findMany({
      where: { reportId: id },
      orderBy: { step: "desc" },
      select: { step: true, actorName: true, forName: true },
    });
    expect(decisions).toEqual([
      { step: "review1", actorName: "白云霞", forName: "王秉文" },
      { step: "proof1", actorName: "白云霞", forName: null },
    ]);
    const { items } = await getHistory(await actorOf("sfj.clerk"), id);
    const passed = items.filter((entry) => entry.kind === "passed");
    expect(passed.map(({ who, steps }) => [who, steps]).toSorted()).toEqual([
      ["白云霞", ["一校"]],
      ["白云霞（代 王秉文）", ["一审"]],
    ]);
    // Both are bound to the level now.
    await db.membership.create({
      data: {
        userId: ids["sfj.review1"] ?? "",
        bureauId: await bureauId(),
        role: "REVIEWER",
        level: 2,
      },
    });
    for (const person of ["sfj.review1", "sfj.proof1"]) {
      const attempt = act(person, id, { event: "pass", steps: ["review2"], checklist });
      await expect(attempt).rejects.toMatchObject({
        code: "FORBIDDEN",
        reasons: expect.arrayContaining([expect.stringContaining("一审一校")]),
      });
    }
    await db.membership.deleteMany({
      where: { userId: ids["sfj.review1"] ?? "", role: "REVIEWER", level: 2 },
    });
  });

  it("from the first instant of the window to just before its last", async () => {
    const id = await nextReport();
    const now = Date.now();
    const from = new Date(now + HOUR);
    const until = new Date(now + 2 * HOUR);
    const window = { from: from.toISOString(), until: until.toISOString() };
    await lend("sfj.review1", "sfj.clerk2", window);
    const waits = async (at: number) => {
      const actor = await actorOf("sfj.clerk2", new Date(at));
      const { items } = await listWaiting(actor, { now: new Date(at), page: 1 });
      return items.some((item) => item.id === id);
    };
    expect(await waits(+from - 1)).toBe(false);
    expect(await waits(+from)).toBe(true);
    expect(await waits(+until - 1)).toBe(true);
    expect(await waits(+until)).toBe(false);
  });

  it("until it is revoked; what he decided stands", async () => {
    const id = await nextReport();
    const delegation = await lend("sfj.review1", "sfj.clerk2");
    await act("sfj.clerk2", id, { event: "pass", steps: ["review1"], checklist });
    await revokeDelegation(await actorOf("sfj.review1"), delegation, new Date());
    const other = await nextReport();
    await expect(pass("sfj.clerk2", other)).rejects.toMatchObject(refusedDuty);
    await pass("sfj.proof1", id);
    await pass("sfj.review2", id);
    await pass("sfj.review3", id);
    const { draft } = await db.report.findUniqueOrThrow({ where: { id } });
    expect(draft).toBe("APPROVED");
  });

  it.each([
    ["the role of the principal", () => endRole("sfj.review1", "REVIEWER")],
    ["the account of the principal", () => disable("sfj.review1")],
    ["the deputy's place in the bureau", () => endRole("sfj.clerk2", "DRAFTER")],
  ])("until %s ends", async (_, end) => {
    const id = await nextReport();
    await lend("sfj.review1", "sfj.clerk2");
    const restore = await end();
    const attempt = act("sfj.clerk2", id, { event: "pass", steps: ["review1"], checklist });
    await expect(attempt).rejects.toMatchObject({
      code: expect.stringMatching("FORBIDDEN|NOT_FOUND"),
    });
    await restore();
    await act("sfj.clerk2", id, { event: "pass", steps: ["review1"], checklist });
  });

  it("never about a text that he, or for whom he acts, drafted", async () => {
    const id = await nextReport();
    await lend("sfj.review1", "sfj.clerk");
    await expect(pass("sfj.clerk", id)).rejects.toMatchObject({
      reasons: expect.arrayContaining([expect.stringContaining("起草")]),
    });
  });

  it("for the office above too: reads what was filed, and passes 报送审核", async () => {
    await setPlan("sfj", readyPlans.signed ?? standardPlan);
    const id = await nextReport();
    await setPlan("sfj", standardPlan);
    await db.membership.create({
      data: { userId: ids["jyj.proof1"] ?? "", bureauId: await bureauId("qzf"), role: "DRAFTER" },
    });
    await lend("qzf.super", "jyj.proof1", hours(0, 3), "qzf");
    const read = async () => {
      const token = await tokenOf("jyj.proof1");
      return (await callApi(getReportRoute, { token, params: { id } })).status;
    };
    for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
    expect(await read()).toBe(404);
    await act("sfj.review3", id, { event: "pass", steps: ["sign"], checklist });
    expect(await read()).toBe(200);
    await act("jyj.proof1", id, { event: "pass", steps: ["file"], checklist });
    const last = await db.decision.findFirst({ where: { reportId: id, step: "file" } });
    expect(last?.forName).toBe("沈立新");
  });
});

async function bureauId(code = "sfj"): Promise<string> {
  return (await db.bureau.findUniqueOrThrow({ where: { code } })).id;
}

async function endRole(account: string, role: "REVIEWER" | "DRAFTER") {
  const where = { userId: ids[account] ?? "", role };
  await db.membership.updateMany({ where, data: { until: new Date() } });
  return () => db.membership.updateMany({ where, data: { until: null } });
}

async function disable(account: string) {
  await db.user.update({ where: { account }, data: { disabledAt: new Date() } });
  return () => db.user.update({ where: { account }, data: { disabledAt: null } });
}

it("a role that ended before the event is no role at it", async () => {
  const id = await nextReport();
  const restore = await endRole("sfj.review1", "REVIEWER");
  const attempt = act("sfj.review1", id, { event: "pass", steps: ["review1"], checklist });
  await expect(attempt).rejects.toMatchObject({
    code: "FORBIDDEN",
    reasons: [expect.stringContaining("没有承担")],
  });
  await restore();
});

it("enough different people are counted without deputies, and the step is named", async () => {
  const where = { userId: ids["sfj.review2"] ?? "" };
  await lend("sfj.review1", "sfj.clerk2");
  await db.membership.updateMany({ where, data: { until: new Date() } });
  const both = { userId: ids["sfj.both"] ?? "", level: 2 };
  await db.membership.updateMany({ where: both, data: { until: new Date() } });
  year += 1;
  const id = await draftReport("sfj", year);
  await expect(act("sfj.clerk", id, { event: "submit" })).rejects.toMatchObject({
    code: "INVALID",
    reasons: [expect.stringContaining("“二审”没有合适的人")],
  });
  await db.membership.updateMany({ where, data: { until: null } });
  await db.membership.updateMany({ where: both, data: { until: null } });
});
