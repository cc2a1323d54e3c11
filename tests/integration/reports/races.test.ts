import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  seedDistrict,
  submitAgain,
} from "@/tests/support/demo";

let clerk: Actor;
let clerk2: Actor;
let reviewer: Actor;
let id = "";

beforeAll(async () => {
  await seedDistrict();
  clerk = await actorOf("sfj.clerk");
  clerk2 = await actorOf("sfj.clerk2");
  reviewer = await actorOf("sfj.review1");
  id = await draftReport("sfj", 2025);
});

/** Runs two writes at the same moment; answers "ok" or the code of the refusal of each. */
async function race(...writes: (() => Promise<unknown>)[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(writes.map((write) => write()));
  return outcomes.map((outcome) => {
    if (outcome.status === "fulfilled") return "ok";
    if (outcome.reason instanceof AppError) return outcome.reason.code;
    throw outcome.reason;
  });
}

test("two submissions at the same moment open one round, fifty times over", async () => {
  for (let i = 0; i < 50; i++) {
    const { version } = await getReport(clerk, id, new Date());
    const submit = (actor: Actor) => () =>
      performEvent(actor, id, { event: "submit", version }, new Date());
    const outcomes = await race(submit(clerk), submit(clerk2));
    expect(outcomes.toSorted()).toEqual(["CONFLICT", "ok"]);
    expect(await db.round.count({ where: { reportId: id, closedAt: null } })).toBe(1);
    const { round } = await getReport(clerk, id, new Date());
    const submitter = round?.openedById === clerk.userId ? "sfj.clerk" : "sfj.clerk2";
    await act(submitter, id, { event: "recall" });
  }
  expect(await db.round.count({ where: { reportId: id } })).toBe(50);
});

test("pass against recall: one of them, and never a review without an open step", async () => {
  for (let i = 0; i < 20; i++) {
    await submitAgain("sfj.clerk", id);
    const { version } = await getReport(clerk, id, new Date());
    const outcomes = await race(
      () => performEvent(reviewer, id, { event: "pass", version, checklist }, new Date()),
      () => performEvent(clerk, id, { event: "recall", version }, new Date()),
    );
    const after = await getReport(clerk, id, new Date());
    expect(outcomes).toContain("ok");
    if (outcomes[1] === "ok") expect(after).toMatchObject({ draft: "DRAFT" });
    else {
      expect(after).toMatchObject({ draft: "IN_REVIEW" });
      const items = [{ section: "problems", words: "请补充改进的时限。" }];
      await act("sfj.review2", id, { event: "return", items });
    }
  }
});

test("the same moment, the same cell: the second is told, and both texts are at hand", async () => {
  const year2023 = await draftReport("sfj", 2023);
  const { versions } = await getReport(clerk, year2023, new Date());
  const ifMatch = versions.proactive.version;
  const save = (actor: Actor, value: number) => () => {
    const change = { cells: { licences: value }, base: { licences: 12 } };
    const input = { reportId: year2023, key: "proactive", ifMatch, change };
    return saveSection(actor, input, new Date());
  };
  const outcomes = await race(save(clerk, 13), save(clerk2, 14));
  expect(outcomes.toSorted()).toEqual(["CONFLICT", "ok"]);
  const [saved, refused] = outcomes[0] === "ok" ? [13, 14] : [14, 13];
  const late = save(refused === 13 ? clerk : clerk2, refused)().catch((error: AppError) => error);
  const { extra } = (await late) as AppError;
  expect(extra).toMatchObject({
    places: ["licences"],
    theirs: { cells: { licences: saved } },
    yours: { cells: { licences: refused } },
  });
});

test("different cells and different sections of one table merge without a question", async () => {
  const year2022 = await draftReport("sfj", 2022);
  const { versions } = await getReport(clerk, year2022, new Date());
  const ifMatch = versions.proactive.version;
  const save = (actor: Actor, key: string, change: object) => () =>
    saveSection(actor, { reportId: year2022, key, ifMatch, change: change as never }, new Date());
  const outcomes = await race(
    save(clerk, "proactive", { cells: { licences: 20 }, base: { licences: 12 } }),
    save(clerk2, "proactive", { cells: { penalties: 5 }, base: { penalties: 2 } }),
    save(clerk2, "other", { paragraphs: ["本年度没有收取信息处理费。"] }),
  );
  expect(outcomes).toEqual(["ok", "ok", "ok"]);
  const { sections } = await getReport(clerk, year2022, new Date());
  expect(sections.proactive).toMatchObject({ cells: { licences: 20, penalties: 5 } });
});
