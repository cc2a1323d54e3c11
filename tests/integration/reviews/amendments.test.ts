import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import type { EventInput } from "@/lib/reports/events/schema";
import { availableActions } from "@/lib/reports/workflow";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import {
  amendAndPass,
  amended,
  confirm,
  editingPlan,
  reason,
  withSteps,
} from "@/tests/support/amending";
import {
  act,
  actorOf,
  checklist,
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

/** What a person may pass now, and what of it is a 改动确认. */
async function offered(account: string) {
  const actor = await actorOf(account);
  const passes = availableActions(await reportNow(id), actor).filter((a) => a.event === "pass");
  return passes
    .filter((action) => action.allowed)
    .map(({ step, confirms, needs }) => ({ step, confirms, needs }));
}

describe("level two changes one section and passes in one act", () => {
  beforeAll(async () => {
    await submittedUnder(editingPlan);
    await pass("sfj.review1", id);
    await amendAndPass("sfj.review2", id);
  });

  test("what it touched lapses, of level one alone, and nobody becomes a drafter", async () => {
    expect(await waitingSteps(id)).toBe("review1 proof1");
    const { drafters, amendments, round } = await reportNow(id);
    expect(drafters).toHaveLength(1);
    expect(amendments).toMatchObject([{ section: "problems", step: "review2", reason }]);
    const revisions = await db.revision.findMany({
      where: { reportId: id },
      orderBy: { no: "asc" },
    });
    expect(revisions.map((r) => r.reason)).toEqual(["SUBMITTED", "AMENDED"]);
    expect(round?.revisionNo).toBe(2);
    const judged = await db.decision.findMany({ where: { step: "review2", reportId: id } });
    expect(judged.map((d) => d.revisionId)).toEqual([revisions[1]?.id]);
  });

  test("whoever passed below confirms without ticks; for others there is nothing to do", async () => {
    expect(await offered("sfj.review1")).toEqual([
      { step: "review1", confirms: ["problems"], needs: [] },
      { step: "proof1", confirms: ["problems"], needs: [] },
    ]);
    for (const other of ["both", "proof1", "review2", "review3", "clerk"]) {
      expect([other, await offered(`sfj.${other}`)]).toEqual([other, []]);
    }
    await expect(act("sfj.both", id, { event: "pass", checklist })).rejects.toMatchObject({
      code: "INVALID",
      reasons: expect.arrayContaining([expect.stringMatching(/由王秉文办理.*认领/)]),
    });
  });

  test("one tap later level three is asked, level two is not; the public gets the changed text", async () => {
    await confirm("sfj.review1", id);
    expect(await waitingSteps(id)).toBe("review3 proof3");
    await pass("sfj.review3", id);
    expect((await reportNow(id)).draft).toBe("APPROVED");
    await act("sfj.admin", id, { event: "publish" });
    const stored = await db.publication.findFirstOrThrow({
      where: { reportId: id },
      select: { revision: { select: { content: true } } },
    });
    expect(stored.revision.content).toContain(amended[0]);
  });
});

test("somebody else of the level takes the confirmation over, and then judges it all", async () => {
  await submittedUnder(editingPlan);
  await pass("sfj.review1", id);
  await amendAndPass("sfj.review2", id);
  await act("sfj.both", id, { event: "claim" });
  expect(await offered("sfj.review1")).toEqual([]);
  const taken = await offered("sfj.both");
  expect(taken.map(({ step, confirms }) => [step, confirms])).toEqual([
    ["review1", undefined],
    ["proof1", undefined],
  ]);
  await expect(confirm("sfj.both", id)).rejects.toMatchObject({ code: "INVALID" });
  await pass("sfj.both", id);
  expect(await waitingSteps(id)).toBe("review3 proof3");
});

describe("level one changes, with nobody below", () => {
  test("the proof of level two by another person covers it", async () => {
    await submittedUnder(editingPlan);
    await amendAndPass("sfj.review1", id);
    expect(await waitingSteps(id)).toBe("review2 proof2");
    await pass("sfj.review2", id);
    await pass("sfj.review3", id);
    expect((await reportNow(id)).draft).toBe("APPROVED");
  });

  test("where no later level proofreads, the last 校 is asked again, of somebody else", async () => {
    const [first, second] = editingPlan.stages;
    if (!first || !second) throw new Error("No stages");
    const stages = [first, { ...second, steps: second.steps.slice(0, 1) }];
    await submittedUnder({ ...editingPlan, stages });
    await amendAndPass("sfj.review1", id);
    await pass("sfj.review2", id);
    expect(await waitingSteps(id)).toBe("proof1");
    await expect(
      act("sfj.review1", id, { event: "pass", steps: ["proof1"], checklist }),
    ).rejects.toMatchObject({
      reasons: expect.arrayContaining([expect.stringContaining("由另外的人校对")]),
    });
    await pass("sfj.proof1", id);
    expect((await reportNow(id)).draft).toBe("APPROVED");
  });
});

test("level three changes: one and two confirm in turn, and its own pass stands", async () => {
  await submittedUnder(editingPlan);
  await pass("sfj.review1", id);
  await pass("sfj.review2", id);
  await amendAndPass("sfj.review3", id);
  expect(await waitingSteps(id)).toBe("review1 proof1");
  await confirm("sfj.review1", id);
  expect(await waitingSteps(id)).toBe("review2 proof2");
  await confirm("sfj.review2", id);
  expect((await reportNow(id)).draft).toBe("APPROVED");
});

test("a change at 签发 is proofread again before anything goes on", async () => {
  const signed = readyPlans.signed ?? standardPlan;
  await submittedUnder(withSteps(signed, ({ kind }) => ({ mayEdit: kind === "sign" })));
  for (const level of [1, 2, 3]) await pass(`sfj.review${level}`, id);
  expect(await waitingSteps(id)).toBe("sign");
  await amendAndPass("sfj.review3", id);
  const { hashes } = await reportNow(id);
  for (const level of [1, 2, 3]) {
    expect(await waitingSteps(id)).toBe(`review${level} proof${level}`);
    await confirm(`sfj.review${level}`, id);
  }
  expect(await waitingSteps(id)).toBe("file");
  const { decisions, amendments } = await reportNow(id);
  const fresh = decisions.filter(
    (d) => d.step === "proof1" && d.hashes.problems === hashes.problems,
  );
  expect(fresh).toHaveLength(1);
  expect(fresh[0]?.actorId).not.toBe(amendments[0]?.actorId);
});

test("changed back to what it was, the passes of that text count again", async () => {
  await submittedUnder(editingPlan);
  const { sections } = await reportNow(id);
  const before = sections.problems.kind === "prose" ? sections.problems.paragraphs : [];
  await pass("sfj.review1", id);
  await pass("sfj.review2", id);
  await amendAndPass("sfj.review3", id);
  const back: EventInput["changes"] = [{ section: "problems", paragraphs: before }];
  await amendAndPass("sfj.review1", id, { changes: back, reason: "原来的写法无误。" });
  expect(await waitingSteps(id)).toBe("review3 proof3");
  expect(await offered("sfj.review3")).toMatchObject([{ confirms: ["problems"] }, {}]);
  await confirm("sfj.review3", id);
  expect((await reportNow(id)).draft).toBe("APPROVED");
});

describe("a return after a change", () => {
  test("gives back the changed text; whoever follows judges it in full", async () => {
    await submittedUnder(editingPlan);
    await pass("sfj.review1", id);
    await amendAndPass("sfj.review2", id);
    const items = [{ section: "problems", words: "请再补一句。" }];
    await act("sfj.review1", id, { event: "return", items });
    const record = await reportNow(id);
    expect(record.sections.problems).toEqual({ kind: "prose", paragraphs: amended });
    expect(record.returned?.hashes).toEqual(record.hashes);
    await submitAgain("sfj.clerk", id);
    expect(await waitingSteps(id)).toBe("review1 proof1");
    expect(await offered("sfj.review1")).toMatchObject([
      { confirms: undefined },
      { confirms: undefined },
    ]);
    await pass("sfj.review1", id);
    expect(await waitingSteps(id)).toBe("review3 proof3");
  });

  test("under a plan that starts again everybody is asked", async () => {
    await submittedUnder({
      ...editingPlan,
      constraints: { ...editingPlan.constraints, restart: true },
    });
    await pass("sfj.review1", id);
    await amendAndPass("sfj.review2", id);
    await confirm("sfj.review1", id);
    const items = [{ section: "title", words: "请核对。" }];
    await act("sfj.review3", id, { event: "return", items });
    await submitAgain("sfj.clerk", id);
    for (const level of [1, 2, 3]) {
      expect(await waitingSteps(id)).toBe(`review${level} proof${level}`);
      await pass(`sfj.review${level}`, id);
    }
  });
});
