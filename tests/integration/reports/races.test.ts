import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { canonical } from "@/lib/format/hash";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { getReport } from "@/lib/reports/queries";
import { reviewState } from "@/lib/reports/rules";
import { saveSection } from "@/lib/reports/sections/commands";
import { standardPlan } from "@/lib/reviews/ready-plans/rules";
import { openSteps } from "@/lib/reviews/rules";
import { justice2024 } from "@/prisma/seed/texts";
import {
  act,
  actorOf,
  checklist,
  draftReport,
  seedDistrict,
  submitAgain,
} from "@/tests/support/demo";

/** A bound against hanging, not a measure. */
const BOUND = 600_000;

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

test(
  "two submissions at the same moment open one round, fifty times over",
  async () => {
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
  },
  BOUND,
);

/** What holds whatever won: at most one open round, and one that is open asks for a step. */
async function expectWhole(report: string) {
  const record = await getReport(clerk, report, new Date());
  const open = await db.round.count({ where: { reportId: report, closedAt: null } });
  expect(open).toBe(record.draft === "IN_REVIEW" ? 1 : 0);
  const state = record.draft === "IN_REVIEW" ? reviewState(record) : null;
  if (state) expect(openSteps(state)).not.toEqual([]);
  return record;
}

const items = [{ section: "problems", words: "请补充改进的时限。" }];
const REPEATS = 100;

let turn = 0;
const long = justice2024.prose.problems?.join("") ?? "";

/** Ends the round that a race left, whatever it was that won, and submits another text. */
async function startAgain(report: string): Promise<number> {
  const { draft } = await getReport(clerk, report, new Date());
  if (draft === "IN_REVIEW") await endRound(report);
  const { versions } = await getReport(clerk, report, new Date());
  turn += 1;
  const change = { paragraphs: [`${long}改到第${turn}遍。`] };
  const ifMatch = versions.problems.version;
  await saveSection(clerk, { reportId: report, key: "problems", ifMatch, change }, new Date());
  await submitAgain("sfj.clerk", report);
  return (await getReport(clerk, report, new Date())).version;
}

async function endRound(report: string): Promise<void> {
  const ways: [account: string, input: EventInput][] = [
    ["sfj.clerk", { event: "recall" }],
    ["sfj.review1", { event: "return", items }],
    ["sfj.review2", { event: "return", items }],
    ["sfj.review3", { event: "return", items }],
  ];
  for (const [account, input] of ways) {
    const done = await race(() => act(account, report, input));
    if (done[0] === "ok") return;
  }
  throw new Error("Nobody can end the round");
}

const event = (actor: Actor, report: string, input: EventInput) => () =>
  performEvent(actor, report, { checklist, ...input }, new Date());

test(
  "pass against recall: one of them, and never a review without an open step",
  async () => {
    for (let i = 0; i < REPEATS; i++) {
      const version = await startAgain(id);
      const outcomes = await race(
        event(reviewer, id, { event: "pass", version }),
        event(clerk, id, { event: "recall", version }),
      );
      const { draft } = await expectWhole(id);
      expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
      expect(draft).toBe(outcomes[1] === "ok" ? "DRAFT" : "IN_REVIEW");
    }
  },
  BOUND,
);

test(
  "pass against return by two holders of a level: the level is passed, or the round is over",
  async () => {
    const both = await actorOf("sfj.both");
    const report = await draftReport("sfj", 2019);
    for (let i = 0; i < REPEATS; i++) {
      const version = await startAgain(report);
      const outcomes = await race(
        event(reviewer, report, { event: "pass", version }),
        event(both, report, { event: "return", version, items }),
      );
      const { draft, decisions } = await expectWhole(report);
      expect(outcomes).toContain("ok");
      expect(draft).toBe(outcomes[1] === "ok" ? "RETURNED" : "IN_REVIEW");
      const passed = decisions.filter(
        (d) => d.kind === "PASS" && d.roundNo === decisions.at(-1)?.roundNo,
      );
      expect(passed.length).toBe(outcomes[0] === "ok" ? 2 : 0);
    }
  },
  BOUND,
);

test(
  "two holders of one step: one of them passes it, the other is told that it is done",
  async () => {
    const both = await actorOf("sfj.both");
    const report = await draftReport("sfj", 2017);
    for (let i = 0; i < REPEATS; i++) {
      const version = await startAgain(report);
      const outcomes = await race(
        event(reviewer, report, { event: "pass", version }),
        event(both, report, { event: "pass", version }),
      );
      const record = await expectWhole(report);
      const no = record.round?.no;
      const first = record.decisions.filter((d) => d.roundNo === no && d.step === "review1");
      expect(first).toHaveLength(1);
      // 双岗, when he comes second, passes level two, never the same step again.
      const people = new Set(
        record.decisions.filter((d) => d.roundNo === no).map((d) => d.actorId),
      );
      expect(people.size).toBe(outcomes.filter((outcome) => outcome === "ok").length);
    }
  },
  BOUND,
);

test(
  "a reviewer's own change against a pass: nobody passes a text that he did not see",
  async () => {
    const plan = structuredClone(standardPlan);
    for (const step of plan.stages.flatMap((stage) => stage.steps)) step.mayEdit = true;
    const { planId } = await db.bureau.findUniqueOrThrow({ where: { code: "sfj" } });
    const definition = canonical(plan);
    await db.reviewPlanVersion.create({
      data: { planId, no: 2, definition, publishedAt: new Date() },
    });
    const report = await draftReport("sfj", 2021);
    const both = await actorOf("sfj.both");
    for (let i = 0; i < REPEATS; i++) {
      const version = await startAgain(report);
      const changes = [{ section: "problems", paragraphs: [`${long}领导改到第${i}遍。`] }];
      const outcomes = await race(
        event(both, report, { event: "amend", version, changes, reason: "改得明白些。" }),
        event(reviewer, report, { event: "pass", version }),
      );
      const { contentHash, decisions, round, hashes } = await expectWhole(report);
      expect(outcomes.filter((outcome) => outcome === "ok").length).toBeGreaterThan(0);
      expect(round?.contentHash).toBe(contentHash);
      const passes = decisions.filter((d) => d.kind === "PASS" && d.roundNo === round?.no);
      const isOld =
        outcomes[0] === "ok" && passes.some((d) => d.hashes.problems === hashes.problems);
      expect(isOld).toBe(false);
    }
  },
  BOUND,
);

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
