import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verify";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { getReport } from "@/lib/reports/queries";
import { returnedItems, reviewState } from "@/lib/reports/rules";
import { saveSection } from "@/lib/reports/sections/commands";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions } from "@/lib/reports/workflow";
import { answerItem } from "@/lib/reviews/answers/commands";
import { openSteps } from "@/lib/reviews/rules";
import { checklist } from "@/tests/support/demo";
import { checkPublication } from "@/tests/support/publication-proof";
import { walkedPlans, walkWorld } from "@/tests/support/walk-world";

/** Walks of one run; the full thousand by WALKS=1000. */
const RUNS = Number(process.env.WALKS ?? 21);
const EVENTS = 60;

let world: Awaited<ReturnType<typeof walkWorld>>;
beforeAll(async () => {
  world = await walkWorld();
}, 120_000);

const ticks = [...checklist, "declared"];
const sentences = ["请看改好的第一句。", "请看改好的第二句。", "请看改好的第三句。"];

/** Choices of one event, out of one number. */
function choices(seed: number) {
  let rest = seed;
  return (many: number) => {
    rest = (rest * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((rest / 2_147_483_648) * many);
  };
}

type Choose = ReturnType<typeof choices>;

/** Events that lead on are tried more often than those that only turn about. */
const weights: Partial<Record<AvailableAction["event"], number>> = {
  submit: 12,
  pass: 8,
  publish: 12,
  return: 1,
  recall: 1,
  reopen: 1,
};

interface Chosen {
  actor: Actor;
  action: AvailableAction;
}

/** Mostly something that is allowed; now and then anything by anybody. */
function chooseEvent(record: ReportRecord, actors: Actor[], choose: Choose): Chosen | undefined {
  const all = actors.flatMap((actor) =>
    availableActions(record, actor).map((action) => ({ actor, action })),
  );
  const lawful = choose(10) < 8;
  const fitting = all.filter(
    ({ action }) => action.event !== "save" && (!lawful || action.allowed),
  );
  const weighted = fitting.flatMap((one) => Array(weights[one.action.event] ?? 2).fill(one));
  return weighted[choose(weighted.length)];
}

function inputFor({ action }: Chosen, record: ReportRecord, actors: Actor[], choose: Choose) {
  const { event, step } = action;
  const sentence = sentences[choose(sentences.length)] ?? "";
  const place = choose(2)
    ? { section: "problems" }
    : { section: "applications", cell: "received.naturalPerson" };
  const change = { section: choose(2) ? "problems" : "other", paragraphs: [sentence] };
  const all: Partial<EventInput> = {
    checklist: ticks,
    reason: "请再核对。",
    changeNote: "更正。",
    items: event === "return" ? [{ ...place, words: "请核对。" }] : undefined,
    changes: event === "amend" ? [change] : undefined,
    to: choose(3) ? actors[choose(actors.length)]?.userId : null,
    guard: record.round?.plan.overridable[choose(3)] ?? "distinctLevels",
    override: record.overrides.find((one) => one.confirmedByName === null)?.id,
  };
  const version = record.version - (choose(12) ? 0 : 1);
  const steps = step && choose(2) ? { steps: [step] } : {};
  return { event: event as EventInput["event"], version: Math.max(1, version), ...steps, ...all };
}

/** One event of a walk: it happens, or the program refuses it in words. */
async function take(id: string, actors: Actor[], choose: Choose): Promise<void> {
  const clerk = actors[choose(2)] as Actor;
  const now = new Date();
  const record = await getReport(clerk, id, now);
  try {
    const kind = choose(10);
    if (kind === 0) await edit(record, clerk, choose);
    else if (record.draft === "RETURNED" && kind < 5) await answerSome(record, clerk);
    else {
      const chosen = chooseEvent(record, actors, choose);
      if (chosen)
        await performEvent(chosen.actor, id, inputFor(chosen, record, actors, choose), now);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.reasons.length).toBeGreaterThan(0);
  }
}

async function edit({ id, versions }: ReportRecord, clerk: Actor, choose: Choose) {
  const cells = { "received.naturalPerson": 4 + choose(2) };
  const input = choose(3)
    ? { key: "problems", change: { paragraphs: [sentences[choose(3)] ?? ""] } }
    : { key: "applications", change: { cells } };
  const ifMatch = versions[input.key as "problems"].version;
  await saveSection(clerk, { reportId: id, ifMatch, ...input }, new Date());
}

async function answerSome({ id: reportId, decisions }: ReportRecord, clerk: Actor) {
  for (const { id: itemId } of returnedItems(decisions)) {
    await answerItem(clerk, { reportId, itemId, kind: "DONE", words: "" }, new Date());
  }
}

interface Seen {
  revisions: number;
}

/** What holds after every event, whatever it was. */
async function checkAlways(id: string, clerk: Actor, seen: Seen): Promise<ReportRecord> {
  const record = await getReport(clerk, id, new Date());
  const open = await db.round.count({ where: { reportId: id, closedAt: null } });
  expect(open).toBe(record.draft === "IN_REVIEW" ? 1 : 0);
  const state = reviewState(record);
  if (record.draft === "IN_REVIEW" && state) expect(openSteps(state)).not.toEqual([]);
  if (record.draft === "IN_REVIEW" || record.draft === "APPROVED") {
    expect(record.round?.contentHash).toBe(record.contentHash);
  }
  const revisions = await db.revision.findMany({
    where: { reportId: id },
    orderBy: { no: "asc" },
    select: { no: true },
  });
  expect(revisions.map((revision) => revision.no)).toEqual(revisions.map((_, i) => i + 1));
  expect(revisions.length).toBeGreaterThanOrEqual(seen.revisions);
  seen.revisions = revisions.length;
  return record;
}

test("random events by random people never publish what the plan's people did not review", async () => {
  const published = new Map<string, number>();
  const walk = fc.array(fc.nat(2_147_483_647), { minLength: EVENTS, maxLength: EVENTS });
  let turn = 0;
  await fc.assert(
    fc.asyncProperty(walk, async (seeds) => {
      const plan = walkedPlans[turn++ % walkedPlans.length];
      if (!plan) throw new Error("No plan");
      const { id, actors } = await world.draftUnder(plan);
      const seen = { revisions: 0 };
      for (const seed of seeds) {
        await take(id, actors, choices(seed));
        const { live } = await checkAlways(id, actors[0] as Actor, seen);
        if (live === "NONE") continue;
        await checkPublication(id);
        const key = String(walkedPlans.indexOf(plan));
        published.set(key, (published.get(key) ?? 0) + 1);
        break;
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect([...published.keys()].length).toBeGreaterThan(RUNS > 100 ? 6 : 3);
  expect((await verifyChains()).faults).toEqual([]);
}, 3_600_000);
