import { beforeAll, describe, expect, it } from "vitest";
import { POST as postEvent } from "@/app/api/v1/reports/[id]/events/route";
import { db } from "@/lib/db";
import type { EventInput } from "@/lib/reports/events/schema";
import { getReport } from "@/lib/reports/queries";
import { decisionOffer } from "@/lib/reviews/offers/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { listOfDuty, listWaiting } from "@/lib/reviews/queue/queries";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { callApi } from "@/tests/support/api";
import { act, actorOf, pass, seedDistrict, submittedReport, tokenOf } from "@/tests/support/demo";
import { userIds } from "@/tests/support/deputies";
import { setPlan } from "@/tests/support/set-plan";

let ids: Record<string, string> = {};
let year = 2030;

beforeAll(async () => {
  await seedDistrict();
  ids = await userIds();
});

async function nextReport() {
  year += 1;
  return submittedReport("sfj", year);
}

async function waits(account: string, id: string): Promise<boolean> {
  const now = new Date();
  const { items } = await listWaiting(await actorOf(account), { now, page: 1 });
  return items.some((item) => item.id === id);
}

async function handsOf(account: string, id: string) {
  const actor = await actorOf(account);
  const now = new Date();
  return decisionOffer(await getReport(actor, id, now), actor, now).hands;
}

/** The notices of the newest event. */
async function told(): Promise<{ userIds: string[]; text: string }[]> {
  const [last] = await db.outboxItem.findMany({ orderBy: { createdAt: "desc" }, take: 1 });
  const items = await db.outboxItem.findMany({ where: { createdAt: last?.createdAt } });
  return items.map((item) => item.payload as { userIds: string[]; text: string });
}

const levelOne = { steps: ["review1", "proof1"] };

describe("认领", () => {
  it("takes a report out of the others' 待办 until somebody takes it over", async () => {
    const id = await nextReport();
    expect(await waits("sfj.both", id)).toBe(true);
    await act("sfj.review1", id, { event: "claim", ...levelOne });
    expect(await waits("sfj.both", id)).toBe(false);
    expect(await waits("sfj.review1", id)).toBe(true);
    await expect(pass("sfj.both", id)).rejects.toMatchObject({
      code: "INVALID",
      reasons: expect.arrayContaining(["“一审”现在由王秉文办理。需要由您办理的，请先认领。"]),
    });
    const duty = { key: "REVIEWER-1", role: "REVIEWER" as const, level: 1 };
    const pool = await listOfDuty(await actorOf("sfj.both"), duty, { now: new Date(), page: 1 });
    expect(pool.items.find((item) => item.id === id)?.claimedBy).toEqual(["王秉文"]);

    await act("sfj.both", id, { event: "claim", ...levelOne });
    expect(await waits("sfj.review1", id)).toBe(false);
    expect(await told()).toEqual([
      expect.objectContaining({
        userIds: [ids["sfj.review1"]],
        text: expect.stringContaining("已经改由别人办理"),
      }),
    ]);
    await pass("sfj.both", id);
    expect(await waits("sfj.review2", id)).toBe(true);
  });

  it("ends with the right to take the step", async () => {
    const id = await nextReport();
    await act("sfj.review1", id, { event: "claim", ...levelOne });
    const where = { userId: ids["sfj.review1"] ?? "", role: "REVIEWER" as const };
    await db.membership.updateMany({ where, data: { until: new Date() } });
    expect(await waits("sfj.both", id)).toBe(true);
    await act("sfj.both", id, { event: "pass", steps: ["review1"], checklist: await ticks(id) });
    await db.membership.updateMany({ where, data: { until: null } });
  });

  it("is nothing for others, nor twice", async () => {
    const id = await nextReport();
    const claim: EventInput = { event: "claim", steps: ["review1"] };
    await expect(act("sfj.review2", id, claim)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await act("sfj.review1", id, claim);
    await expect(act("sfj.review1", id, claim)).rejects.toMatchObject({ code: "INVALID" });
  });
});

async function ticks(id: string): Promise<string[]> {
  const { bureauPlan } = await getReport(await actorOf("sfj.clerk"), id, new Date());
  return bureauPlan.stages.flatMap((stage) =>
    stage.steps.flatMap((step) => step.checklist.map((item) => item.key)),
  );
}

describe("移交", () => {
  it("goes to one of the people offered, who is told; back to all by 退回公共", async () => {
    const id = await nextReport();
    await act("sfj.review1", id, { event: "claim", ...levelOne });
    const [hand] = await handsOf("sfj.review1", id);
    expect(hand).toMatchObject({
      labels: ["一审", "一校"],
      claimant: { name: "王秉文", isMe: true },
      canClaim: false,
      canGiveBack: true,
      moves: [
        { labels: ["一审", "一校"], receivers: [{ id: ids["sfj.both"], name: "穆海峰" }] },
        { labels: ["一审"], receivers: [{ name: "穆海峰" }] },
        { labels: ["一校"], receivers: [{ name: "白云霞" }, { name: "穆海峰" }] },
      ],
    });
    const move = (to: string | null): EventInput => ({ event: "handover", ...levelOne, to });
    await expect(act("sfj.review1", id, move(ids["sfj.review2"] ?? ""))).rejects.toMatchObject({
      code: "INVALID",
      reasons: [expect.stringContaining("可以移交给：穆海峰")],
    });
    await act("sfj.review1", id, move(ids["sfj.both"] ?? ""));
    expect(await told()).toEqual([
      expect.objectContaining({
        userIds: [ids["sfj.both"]],
        text: expect.stringContaining("王秉文把灋河回族区司法局"),
      }),
    ]);
    await expect(act("sfj.review1", id, move(null))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await act("sfj.both", id, move(null));
    expect(await waits("sfj.review1", id)).toBe(true);
  });

  it("by the administrator for who is away", async () => {
    const id = await nextReport();
    await act("sfj.both", id, { event: "claim", ...levelOne });
    await act("sfj.admin", id, { event: "handover", ...levelOne, to: ids["sfj.review1"] });
    expect(await waits("sfj.both", id)).toBe(false);
    expect((await told()).flatMap(({ userIds }) => userIds).toSorted()).toEqual(
      [ids["sfj.review1"], ids["sfj.both"]].toSorted(),
    );
  });

  it.each(["claim", "handover"] as const)(
    "%s under a version: 428 without, 409 for an old one",
    async (event) => {
      const id = await nextReport();
      const token = await tokenOf("sfj.admin");
      const send = (body: object) => {
        const whole = { event, ...levelOne, to: null, ...body };
        return callApi(postEvent, { token, method: "POST", params: { id }, body: whole });
      };
      expect((await send({})).status).toBe(428);
      expect((await send({ version: 1 })).status).toBe(409);
    },
  );
});

/** The standard plan whose 一审 two people must pass, or whose 二审 one named person does. */
function planOf(change: "all" | "named"): PlanDefinition {
  const named = [{ id: ids["sfj.review2"] ?? "", name: "杨静" }];
  const stages = standardPlan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => {
      if (change === "all" && step.key === "review1") return { ...step, policy: "all" as const };
      if (change === "named" && step.key === "review1") return { ...step, persons: named };
      return step;
    }),
  }));
  return { ...standardPlan, stages };
}

describe("a place of a step", () => {
  it("that all must pass is one's own to hand over, and never makes two into one", async () => {
    await setPlan("sfj", planOf("all"));
    const id = await nextReport();
    const steps = ["review1"];
    const to = ids["sfj.both"];
    await expect(act("sfj.review1", id, { event: "handover", steps, to })).rejects.toMatchObject({
      code: "INVALID",
    });
    await db.membership.create({
      data: {
        userId: ids["sfj.proof1"] ?? "",
        bureauId: await bureauId(),
        role: "REVIEWER",
        level: 1,
      },
    });
    const proof1 = ids["sfj.proof1"];
    const other: EventInput = { event: "handover", steps, to: proof1, from: to };
    await expect(act("sfj.review1", id, other)).rejects.toMatchObject({
      reasons: [expect.stringContaining("只能移交自己的")],
    });
    await act("sfj.review1", id, { event: "handover", steps, to: proof1 });
    expect(await waits("sfj.review1", id)).toBe(true);
    await expect(
      act("sfj.review1", id, { event: "pass", steps, checklist: await ticks(id) }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const person of ["sfj.proof1", "sfj.both"]) {
      await act(person, id, { event: "pass", steps, checklist: await ticks(id) });
    }
    const { round, decisions } = await getReport(await actorOf("sfj.clerk"), id, new Date());
    expect(round?.closedAt).toBeNull();
    expect(decisions.map((d) => d.actorName)).toEqual(["白云霞", "穆海峰"]);
    await setPlan("sfj", standardPlan);
  });

  it("that is for named people goes to another of the role, who can pass it then", async () => {
    await setPlan("sfj", planOf("named"));
    const id = await nextReport();
    await setPlan("sfj", standardPlan);
    const steps = ["review1"];
    expect(await waits("sfj.review3", id)).toBe(false);
    const to = ids["sfj.review3"];
    await act("sfj.admin", id, { event: "handover", steps, to });
    expect(await waits("sfj.review3", id)).toBe(true);
    expect(await waits("sfj.review2", id)).toBe(false);
    await act("sfj.review3", id, { event: "pass", steps, checklist: await ticks(id) });
  });
});

async function bureauId(): Promise<string> {
  return (await db.bureau.findUniqueOrThrow({ where: { code: "sfj" } })).id;
}
