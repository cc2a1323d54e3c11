import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verify";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import { getReport } from "@/lib/reports/queries";
import { saveSection } from "@/lib/reports/sections/commands";
import { actorOf, answerAll, checklist, draftReport, seedDistrict } from "@/tests/support/demo";

const people = ["clerk", "clerk2", "review1", "review2", "review3", "proof1", "admin", "both"];

type Step =
  | { person: string; do: "cell"; value: number }
  | { person: string; do: "answer" }
  | { person: string; do: EventInput["event"] };

const person = fc.constantFrom(...people);
const event = fc.constantFrom<EventInput["event"]>("submit", "pass", "recall", "return", "reopen");

/** Half of the time anybody tries anything, else somebody does what may well be due. */
const likely: fc.Arbitrary<Step> = fc.constantFrom<Step>(
  { person: "clerk", do: "answer" },
  { person: "clerk", do: "submit" },
  { person: "review1", do: "pass" },
  { person: "review2", do: "pass" },
  { person: "review3", do: "pass" },
  { person: "admin", do: "publish" },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ person, do: fc.constant("cell" as const), value: fc.nat(2) }),
  },
  { weight: 3, arbitrary: fc.record({ person, do: event }) },
  { weight: 12, arbitrary: likely },
);

beforeAll(seedDistrict);

const items = [{ section: "applications", words: "请核对本年新收件数。" }];

/** One step of a walk: it happens, or the program refuses it in words. */
async function take(id: string, { person, ...step }: Step): Promise<void> {
  const actor = await actorOf(`sfj.${person}`);
  const now = new Date();
  const { version, versions } = await getReport(actor, id, now);
  try {
    if (step.do === "cell") {
      const change = { cells: { "received.naturalPerson": 4 + (step as { value: number }).value } };
      const ifMatch = versions.applications.version;
      await saveSection(actor, { reportId: id, key: "applications", ifMatch, change }, now);
    } else if (step.do === "answer") {
      await answerAll(`sfj.${person}`, id);
    } else {
      const returning = step.do === "return" ? { items } : {};
      const words = { checklist, ...returning, reason: "请再核对。", changeNote: "更正。" };
      await performEvent(actor, id, { event: step.do, version, ...words }, now);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.reasons.length).toBeGreaterThan(0);
  }
}

/** What must hold of everything that is public, read from the facts and not from the evaluator. */
async function checkPublications(): Promise<number> {
  const publications = await db.publication.findMany({
    select: { contentHash: true, publishedAt: true, reportId: true, revision: true },
  });
  for (const publication of publications) {
    expect(publication.revision.contentHash).toBe(publication.contentHash);
    const passes = await db.decision.findMany({
      where: {
        reportId: publication.reportId,
        kind: "PASS",
        contentHash: publication.contentHash,
        at: { lte: publication.publishedAt },
      },
    });
    const reviewers = ["review1", "review2", "review3"].map((key) =>
      passes.filter((d) => d.step === key).map((d) => d.actorId),
    );
    for (const ids of reviewers) expect(ids.length).toBeGreaterThan(0);
    expect(new Set(reviewers.map((ids) => ids.at(-1))).size).toBe(3);
    const edits = await db.sectionHistory.findMany({
      where: { reportId: publication.reportId, savedAt: { lte: publication.publishedAt } },
      select: { userId: true },
    });
    const drafters = edits.map((edit) => edit.userId);
    expect(reviewers.flatMap((ids) => ids.slice(-1)).some((id) => drafters.includes(id))).toBe(
      false,
    );
    const { received, granted, unavailableNotHeld } = JSON.parse(publication.revision.content)
      .tables.applications;
    expect(received.total).toBe(granted.total + unavailableNotHeld.total);
  }
  return publications.length;
}

test("random events by random people never publish what three others did not review", async () => {
  let year = 2009;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (walk) => {
      const id = await draftReport("sfj", year);
      year += 1;
      for (const step of walk) {
        await take(id, step);
        expect(await db.round.count({ where: { reportId: id, closedAt: null } })).toBeLessThan(2);
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  expect(await checkPublications()).toBeGreaterThan(0);
  expect((await verifyChains()).faults).toEqual([]);
}, 120_000);
