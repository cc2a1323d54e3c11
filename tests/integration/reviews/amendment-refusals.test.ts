import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { EventInput } from "@/lib/reports/events/schema";
import { saveSection } from "@/lib/reports/sections/commands";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import {
  amendAndPass,
  amended,
  changes,
  editingPlan,
  reason,
  withSteps,
} from "@/tests/support/amending";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  explainAll,
  pass,
  reportNow,
  seedDistrict,
  submitAgain,
  submittedReport,
  waitingSteps,
} from "@/tests/support/demo";
import { setPlan } from "@/tests/support/set-plan";

let id = "";
let year = 2008;

beforeAll(async () => {
  await seedDistrict();
});

async function submittedUnder(plan: PlanDefinition): Promise<void> {
  await setPlan("sfj", plan);
  id = await submittedReport("sfj", year);
  year += 2;
}

test("where only who changes it could proofread it, the change is refused, with a pass too", async () => {
  const own = await db.user.findUniqueOrThrow({ where: { account: "sfj.review2" } });
  const persons = [{ id: own.id, name: own.name }];
  const [first, second] = editingPlan.stages;
  if (!first || !second) throw new Error("No stages");
  const stages = [{ ...first, steps: first.steps.slice(0, 1) }, second];
  await submittedUnder(
    withSteps({ ...editingPlan, stages }, ({ kind }) => (kind === "proof" ? { persons } : {})),
  );
  await act("sfj.review1", id, { event: "pass", checklist });
  const before = await reportNow(id);
  const refusal = {
    code: "INVALID",
    reasons: expect.arrayContaining([expect.stringContaining("没有其他人可以校对")]),
  };
  await expect(amendAndPass("sfj.review2", id)).rejects.toMatchObject(refusal);
  const amend = { event: "amend" as const, changes, reason };
  await expect(act("sfj.review2", id, amend)).rejects.toMatchObject(refusal);
  expect(await reportNow(id)).toEqual(before);
});

describe("what is refused", () => {
  beforeAll(async () => {
    await submittedUnder(
      withSteps(editingPlan, ({ key }) => (key === "review1" ? { scope: ["problems"] } : {})),
    );
  });

  async function refused(input: Partial<EventInput>, ...words: string[]) {
    const before = await reportNow(id);
    const sent = amendAndPass("sfj.review1", id, input);
    await expect(sent).rejects.toMatchObject({
      code: "INVALID",
      reasons: words.map((word) => expect.stringContaining(word)),
    });
    expect(await reportNow(id)).toEqual(before);
  }

  test("no change, no reason, and a section outside of the step", async () => {
    const { sections } = await reportNow(id);
    const same = sections.problems.kind === "prose" ? sections.problems.paragraphs : [];
    await refused({ changes: [{ section: "problems", paragraphs: same }] }, "没有变化");
    await refused({ reason: "" }, "改稿的理由");
    await refused(
      { changes: [{ section: "title", paragraphs: ["另一个标题"] }] },
      "不在“一审”的审核范围内",
    );
    await refused({ changes: [{ section: "nowhere", paragraphs: ["字"] }] }, "没有“nowhere”");
  });

  test("a change that leaves something to be put right, in its own words", async () => {
    await act("sfj.proof1", id, { event: "pass", checklist });
    await pass("sfj.review1", id);
    const cells = { "received.naturalPerson": 9 };
    const sent = amendAndPass("sfj.review2", id, { changes: [{ section: "applications", cells }] });
    await expect(sent).rejects.toMatchObject({
      code: "INVALID",
      reasons: expect.arrayContaining([expect.stringMatching(/^改后仍须修改：.*勾稽关系不平/)]),
    });
    const balanced = { ...cells, "granted.naturalPerson": 8 };
    await amendAndPass("sfj.review2", id, {
      changes: [{ section: "applications", cells: balanced }],
    });
    const warned = (await reportNow(id)).findings.filter((finding) => finding.tier === "warn");
    for (const finding of warned) expect(finding.explanation).not.toBeNull();
  });
});

describe("steps that judge some sections", () => {
  const scopes: Record<string, string[]> = { review1: ["problems"], proof1: ["applications"] };
  const scoped = withSteps(standardPlan, ({ key }) => ({ scope: scopes[key] ?? "all" }));

  test("after resubmission only those whose sections changed are asked again", async () => {
    await submittedUnder(scoped);
    await pass("sfj.review1", id);
    const items = [{ section: "problems", words: "请补充时限。" }];
    await act("sfj.review2", id, { event: "return", items });
    const clerk = await actorOf("sfj.clerk");
    const { versions } = await reportNow(id);
    const save = { reportId: id, key: "problems", ifMatch: versions.problems.version };
    await saveSection(clerk, { ...save, change: { paragraphs: amended } }, new Date());
    await explainAll("sfj.clerk", id);
    await submitAgain("sfj.clerk", id);
    expect(await waitingSteps(id)).toBe("review1");
    await pass("sfj.review1", id);
    expect(await waitingSteps(id)).toBe("review2 proof2");
  });
});

test("nobody changes a text that is not under review, or where the plan lets nobody", async () => {
  await setPlan("sfj", editingPlan);
  id = await draftReport("sfj", year);
  year += 2;
  const amend = { event: "amend" as const, changes, reason };
  await expect(act("sfj.review1", id, amend)).rejects.toMatchObject({ code: "CONFLICT" });
  await submittedUnder(standardPlan);
  await expect(act("sfj.review1", id, amend)).rejects.toMatchObject({
    code: "INVALID",
    reasons: expect.arrayContaining([expect.stringContaining("不直接改稿")]),
  });
  await expect(amendAndPass("sfj.review1", id)).rejects.toMatchObject({
    code: "INVALID",
    reasons: expect.arrayContaining([expect.stringContaining("不直接改稿")]),
  });
  await expect(act("sfj.clerk", id, amend)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("nobody changes a text that he has not seen as it is now", async () => {
  await submittedUnder(editingPlan);
  const { version } = await reportNow(id);
  const amend = (seen: Partial<EventInput>) =>
    act("sfj.review1", id, { event: "amend", changes, reason, ...seen });
  await expect(amend({ version: undefined })).rejects.toMatchObject({ code: "PRECONDITION" });
  await expect(amend({ version: version - 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(amend({ contentHash: "0".repeat(64) })).rejects.toMatchObject({ code: "CONFLICT" });
  await amend({ version });
  await expect(amend({ version })).rejects.toMatchObject({ code: "CONFLICT" });
});
