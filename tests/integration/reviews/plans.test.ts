import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { answers } from "@/lib/openapi/schemas";
import { expectRefusal } from "@/tests/support/api";
import {
  choosePlan,
  createPlan,
  getPlan,
  listPlans,
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

test("a copy is adapted, saved, published and chosen; the answers are as promised", async () => {
  const created = await createPlan("本局流程");
  expect(created.status).toBe(201);
  expect(answers.Plan.parse(created.body)).toEqual(created.body);
  const { id, version, definition } = created.body;
  expect(created.body).toMatchObject({ bureau: "sfj", hasDraft: true, versions: [], inUse: [] });
  expectRefusal(await choosePlan(id), 409);
  const named = {
    ...withStep(definition, "review1", { mayEdit: true, days: 3 }),
    name: "本局三审",
  };
  const saved = await savePlan(id, { version, body: named });
  expect(saved.body).toMatchObject({ name: "本局三审", hasDraft: true, version: version + 1 });
  const first = await publishPlan(id, { version: version + 1 });
  expect(first.status).toBe(201);
  expect(first.body.versions).toMatchObject([{ no: 1, publishedByName: "金晨" }]);
  expectRefusal(await publishPlan(id, { version: first.body.version }), 409);
  // Saving what is published leaves nothing to publish.
  const same = await savePlan(id, { version: first.body.version, body: first.body.definition });
  expect(same.body.hasDraft).toBe(false);
  const chosen = await choosePlan(id);
  expect(chosen.body.bureaus).toMatchObject([{ bureau: "sfj", uses: true, mayChoose: false }]);
  expectRefusal(await choosePlan(id), 409);
  const list = await listPlans();
  expect(answers.PlanList.parse(list.body)).toEqual(list.body);
  expect(list.body.items).toHaveLength(5);
  expect(list.body.items.at(-1)).toMatchObject({
    name: "本局三审",
    no: 1,
    usedBy: [expect.any(String)],
  });
  const facts = await db.auditEvent.findMany({
    where: { chain: "sfj", type: { startsWith: "plan-" } },
    orderBy: { seq: "asc" },
    select: { type: true },
  });
  expect(facts.map((f) => f.type)).toEqual(["plan-created", "plan-published", "plan-chosen"]);
  await choosePlan(ready.standard ?? "");
});

test("an old version is refused, and a save without one; a taken name too", async () => {
  const { body } = await createPlan("两个人改");
  const { id, version, definition } = body;
  await savePlan(id, { version, body: { ...definition, name: "两个人一起改" } });
  const late = await savePlan(id, { version, body: definition });
  expectRefusal(late, 409);
  expect(late.body.reasons[0]).toContain("金晨刚刚改过");
  expectRefusal(await savePlan(id, { body: definition }), 428);
  expectRefusal(await publishPlan(id), 428);
  expectRefusal(await publishPlan(id, { version }), 409);
  expectRefusal(await createPlan("两个人一起改"), 409);
  const other = await createPlan("另一个名字");
  const renamed = { ...definition, name: "两个人一起改" };
  expectRefusal(await savePlan(other.body.id, { version: 1, body: renamed }), 409);
  // Another bureau has its own names.
  expect((await createPlan("两个人一起改", { as: "jyj.admin" })).status).toBe(201);
});

test("a plan that cannot work is refused with all its problems, and stays as it was", async () => {
  const { body } = await createPlan("有错的");
  const { id, version, definition } = body;
  const wrong = withStep(withStep(definition, "review1", { errorLimit: 2 }), "proof2", {
    role: "REVIEWER",
  });
  const answer = await savePlan(id, { version, body: wrong });
  expectRefusal(answer, 422);
  expect(answer.body.reasons).toHaveLength(2);
  const stranger = { id: "00000000-0000-7000-8000-000000000000", name: "张三" };
  const strange = withStep(definition, "review1", { persons: [stranger] });
  expectRefusal(await savePlan(id, { version, body: strange }), 422);
  expect((await getPlan(id)).body).toMatchObject({ version, definition });
});

test("names of people come from the installation; who leaves is warned of, not refused", async () => {
  const { body } = await createPlan("点名的");
  const { id, definition, people } = body;
  const proof = people.find((person: { name: string }) => person.name === "白云霞");
  const naming = withStep(definition, "proof1", {
    policy: "all",
    persons: [{ id: proof.id, name: "别的名字" }],
  });
  const saved = await savePlan(id, { version: 1, body: naming });
  expect(saved.body.definition.stages[0].steps[1].persons).toEqual([
    { id: proof.id, name: "白云霞" },
  ]);
  expect(saved.body.bureaus[0].warnings).toEqual([]);
  await db.membership.updateMany({ where: { userId: proof.id }, data: { until: new Date() } });
  const after = await savePlan(id, { version: 2, body: saved.body.definition });
  expect(after.status).toBe(200);
  expect(after.body.bureaus[0].warnings).toEqual([
    expect.stringMatching(/^“一校”没有人可以承担/),
    expect.stringMatching(/^“一校”指定的白云霞/),
  ]);
  await db.membership.updateMany({ where: { userId: proof.id }, data: { until: null } });
});

test("only the bureau's 发布管理员 keeps its plans; ready-made ones are nobody's", async () => {
  const { id, version, definition } = await publishedPlan("谁能改");
  for (const as of ["sfj.clerk", "sfj.review1"]) {
    expect((await getPlan(id, as)).body).toMatchObject({ mayEdit: false, people: [] });
    expectRefusal(await createPlan("不行", { as }), 403);
    expectRefusal(await savePlan(id, { as, version, body: definition }), 403);
    expectRefusal(await publishPlan(id, { as, version }), 403);
    expectRefusal(await choosePlan(id, as), 403);
    expectRefusal(await removePlan(id, as), 403);
  }
  const standard = ready.standard ?? "";
  const view = (await getPlan(standard)).body;
  expect(view).toMatchObject({ bureau: null, mayEdit: false });
  expectRefusal(await savePlan(standard, { version: view.version, body: view.definition }), 403);
  expectRefusal(await publishPlan(standard, { version: view.version }), 403);
  expectRefusal(await removePlan(standard), 403);
});

test("another bureau's plan is not there at all, the superior's included", async () => {
  const { id, version, definition } = await publishedPlan("本局的事");
  for (const as of ["jyj.admin", "qzf.super"]) {
    expectRefusal(await getPlan(id, as), 404);
    expectRefusal(await savePlan(id, { as, version, body: definition }), 404);
    expectRefusal(await publishPlan(id, { as, version }), 404);
    expectRefusal(await removePlan(id, as), 404);
    const list = await listPlans(as);
    expect(list.body.items.map((item: { id: string }) => item.id)).not.toContain(id);
  }
  expectRefusal(await choosePlan(id, "jyj.admin"), 404);
  expectRefusal(await choosePlan(id, "sfj.admin", "jyj"), 404);
  expectRefusal(await createPlan("偷看", { as: "jyj.admin", from: id }), 404);
});
