import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { getReport } from "@/lib/reports/queries";
import { expectRefusal } from "@/tests/support/api";
import { act, actorOf, draftReport, pass, submitAgain } from "@/tests/support/demo";
import {
  choosePlan,
  createPlan,
  getPlan,
  publishedPlan,
  publishPlan,
  removePlan,
  savePlan,
  seedPlanKeepers,
  withStep,
} from "@/tests/support/plans";

let ready: Record<string, string> = {};

beforeAll(async () => {
  ready = await seedPlanKeepers();
});

test("a running round keeps its version with its names; the next one takes the new", async () => {
  const plan = await publishedPlan("会变的流程");
  await choosePlan(plan.id);
  const running = await draftReport("sfj", 2061);
  await act("sfj.clerk", running, { event: "submit" });
  const changed = withStep(plan.definition, "review1", { label: "科室审" });
  const saved = await savePlan(plan.id, {
    version: plan.version,
    body: { ...changed, name: "变了的流程" },
  });
  await publishPlan(plan.id, { version: saved.body.version });
  const next = await draftReport("sfj", 2062);
  await act("sfj.clerk", next, { event: "submit" });
  const actor = await actorOf("sfj.clerk");
  const roundOf = async (id: string) => (await getReport(actor, id, new Date())).round?.plan;
  expect(await roundOf(running)).toMatchObject({ name: "会变的流程" });
  expect((await roundOf(running))?.stages[0]?.steps[0]?.label).toBe("一审");
  expect((await roundOf(next))?.stages[0]?.steps[0]?.label).toBe("科室审");
  // Returned and sent again, it goes on under the version that it began with.
  await pass("sfj.review1", running);
  const items = [{ section: "problems", cell: null, words: "请改。" }];
  await act("sfj.review2", running, { event: "return", items });
  await choosePlan(ready.standard ?? "");
  await submitAgain("sfj.clerk", running);
  expect((await getReport(actor, running, new Date())).round).toMatchObject({
    no: 2,
    plan: { name: "会变的流程" },
  });
});

test("what is in use cannot be deleted, with the reason; anything else can, and gives its name back", async () => {
  const plan = await publishedPlan("要删的流程");
  await choosePlan(plan.id);
  const inUse = await removePlan(plan.id);
  expectRefusal(inUse, 409);
  expect(inUse.body.reasons).toEqual([expect.stringMatching(/司法局正在使用这个流程/)]);
  const report = await draftReport("sfj", 2063);
  await act("sfj.clerk", report, { event: "submit" });
  await choosePlan(ready.standard ?? "");
  const hadRound = await removePlan(plan.id);
  expectRefusal(hadRound, 409);
  expect(hadRound.body.reasons).toEqual([expect.stringMatching(/已有 1 次送审/)]);
  expect((await getPlan(plan.id)).body.inUse).toEqual(hadRound.body.reasons);
  const unused = await publishedPlan("没有用过的流程");
  expect((await removePlan(unused.id)).status).toBe(204);
  expectRefusal(await getPlan(unused.id), 404);
  expectRefusal(await choosePlan(unused.id), 404);
  expect((await createPlan("没有用过的流程")).status).toBe(201);
  // What was published stays.
  expect(await db.reviewPlanVersion.count({ where: { planId: unused.id } })).toBe(1);
});

test("choosing and deleting at the same moment: one of the two, never a bureau under nothing", async () => {
  for (let turn = 0; turn < 10; turn += 1) {
    const { id } = await publishedPlan(`同时 ${turn}`);
    const [chosen, removed] = await Promise.all([choosePlan(id), removePlan(id)]);
    expect([chosen.status, removed.status].toSorted()).toEqual(
      chosen.status === 200 ? [200, 409] : [204, 404],
    );
    const bureau = await db.bureau.findFirstOrThrow({
      where: { code: "sfj" },
      select: { plan: { select: { deletedAt: true } } },
    });
    expect(bureau.plan.deletedAt).toBeNull();
    if (chosen.status === 200) await choosePlan(ready.standard ?? "");
  }
});

test("a submission names the step that not everybody named can pass", async () => {
  const { body } = await createPlan("要到齐的流程");
  const named = (name: string) =>
    body.people.find(
      (p: { name: string; role: string }) => p.name === name && p.role === "PROOFREADER",
    );
  const [proof, both] = [named("白云霞"), named("穆海峰")];
  const all = withStep(body.definition, "proof1", {
    policy: "all",
    persons: [proof, both].map(({ id }) => ({ id, name: "" })),
  });
  const saved = await savePlan(body.id, { version: 1, body: all });
  await publishPlan(body.id, { version: saved.body.version });
  await choosePlan(body.id);
  const report = await draftReport("sfj", 2064);
  await db.membership.updateMany({ where: { userId: proof.id }, data: { until: new Date() } });
  const refusal = await act("sfj.clerk", report, { event: "submit" }).catch((error) => error);
  expect(refusal.reasons).toEqual([expect.stringMatching(/^“一校”没有合适的人可以承担/)]);
  await db.membership.updateMany({ where: { userId: proof.id }, data: { until: null } });
  await act("sfj.clerk", report, { event: "submit" });
  await choosePlan(ready.standard ?? "");
});
