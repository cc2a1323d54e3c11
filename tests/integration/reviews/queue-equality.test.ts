import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { EventInput } from "@/lib/reports/events/schema";
import { listSummaries } from "@/lib/reports/facts/queries";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { availableActions } from "@/lib/reports/workflow";
import { holdingOf } from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { rebuildQueue } from "@/lib/reviews/queue/commands";
import { listWaiting } from "@/lib/reviews/queue/queries";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import type { Role } from "@/prisma/generated/enums";
import { act, actorOf, draftReport, seedDistrict } from "@/tests/support/demo";
import { setPlan } from "@/tests/support/set-plan";
import { changeDeputy, changeRole, tryAllowed, tryEvent } from "@/tests/support/walks";

/**
 * 待办 is one statement over derived rows and live roles; the evaluator is the law. After whatever
 * happens to reports, roles and deputies, everybody's 待办 is what the evaluator lets him pass.
 */

const people = ["clerk", "clerk2", "review1", "review2", "review3", "proof1", "admin", "both"];
const accounts = [...people.map((person) => `sfj.${person}`), "qzf.super", "qzf.second"];
const ids: Record<string, string> = {};
const reports: string[] = [];
let bureaus: Record<string, string> = {};
let clock = Date.now();

function changed(plan: PlanDefinition, key: string, change: Partial<PlanStep>): PlanDefinition {
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
  }));
  return { ...plan, stages };
}

/** All of level one, named people on level two, 校对人另设, exceptions allowed. */
function strictPlan(): PlanDefinition {
  const named = (...names: string[]) => names.map((name) => ({ id: ids[name] ?? "", name }));
  const all = changed(standardPlan, "review1", { policy: "all", mayEdit: true });
  const persons = named("sfj.review2", "sfj.clerk2");
  const some = changed(all, "review2", { persons, days: 2 });
  const plan = changed(some, "proof2", { policy: "all", persons: named("sfj.proof1") });
  const constraints = { ...plan.constraints, separateProof: true };
  return { ...plan, constraints, overridable: ["distinctLevels", "separateProof"] };
}

beforeAll(async () => {
  bureaus = await seedDistrict();
  await db.user.create({ data: { account: "qzf.second", name: "副手", passwordHash: "" } });
  const users = await db.user.findMany({ select: { id: true, account: true } });
  for (const user of users) ids[user.account] = user.id;
  const more = (name: string, bureau: string, role: Role) =>
    db.membership.create({
      data: { userId: ids[name] ?? "", bureauId: bureaus[bureau] ?? null, role },
    });
  await more("qzf.second", "qzf", "DRAFTER");
  await more("sfj.admin", "sfj", "PROOFREADER");
  await more("sfj.clerk2", "sfj", "PROOFREADER");
  const { signed = standardPlan, ownCheck = standardPlan } = readyPlans;
  for (const [index, plan] of [standardPlan, signed, ownCheck, strictPlan()].entries()) {
    await setPlan("sfj", plan);
    const id = await draftReport("sfj", 2030 + index);
    await act("sfj.clerk", id, { event: "submit" });
    reports.push(id);
  }
  clock = Date.now();
  const deputies = { ...personOf("sfj.review1"), toId: ids["sfj.clerk2"] ?? "", start: -1 };
  await changeDeputy({ ...deputies, fromId: deputies.userId, revoke: false }, new Date(clock));
}, 120_000);

const account = fc.constantFrom(...accounts);
const report = fc.nat(3);
const event = fc.constantFrom<EventInput["event"]>(
  ...["pass", "return", "claim", "handover", "submit", "recall", "reopen", "override", "amend"].map(
    (name) => name as EventInput["event"],
  ),
);
const role = fc.constantFrom<Role>("REVIEWER", "PROOFREADER", "SUPERVISOR", "DRAFTER");

type Step = (now: Date) => Promise<unknown>;

function idOf(report: number): string {
  return reports[report] ?? "";
}

function personOf(account: string) {
  const bureauId = bureaus[account.split(".")[0] ?? ""] ?? "";
  return { userId: ids[account] ?? "", bureauId };
}

const willing: fc.Arbitrary<Step> = fc
  .record({ report, pick: fc.nat(1000), to: account })
  .map(({ report, pick, to }) => (now) => {
    return tryAllowed({ accounts, id: idOf(report), toId: ids[to] ?? null, pick }, now);
  });
const acting: fc.Arbitrary<Step> = fc
  .record({ account, report, event, to: fc.option(account), one: fc.boolean() })
  .map(({ account, report, event, to, one }) => (now) => {
    const toId = to && (ids[to] ?? null);
    return tryEvent({ account, id: idOf(report), event, toId, one }, now);
  });
const roles: fc.Arbitrary<Step> = fc
  .record({ account, role, level: fc.option(fc.integer({ min: 1, max: 3 })), end: fc.boolean() })
  .map((change) => (now) => changeRole({ ...personOf(change.account), ...change }, now));
const restoring: fc.Arbitrary<Step> = fc.constant(() =>
  db.membership.updateMany({
    where: { user: { account: { in: accounts } } },
    data: { until: null },
  }),
);
const deputies: fc.Arbitrary<Step> = fc
  .record({
    from: fc.constantFrom("sfj.review1", "sfj.review2", "sfj.review3", "sfj.proof1", "qzf.super"),
    to: account,
    start: fc.integer({ min: -2, max: 1 }),
    revoke: fc.nat(3).map((n) => n === 0),
  })
  .map(({ from, to, ...change }) => (now) => {
    const { userId: fromId, bureauId } = personOf(from);
    return changeDeputy({ fromId, bureauId, toId: personOf(to).userId, ...change }, now);
  });
const waiting: fc.Arbitrary<Step> = fc.integer({ min: 1, max: 3 }).map((hours) => async () => {
  clock += hours * 3_600_000;
});

const step = fc.oneof(
  { weight: 12, arbitrary: willing },
  { weight: 2, arbitrary: acting },
  { weight: 1, arbitrary: roles },
  { weight: 2, arbitrary: restoring },
  { weight: 6, arbitrary: deputies },
  { weight: 1, arbitrary: waiting },
);

/** What the evaluator lets a person pass: steps by report, and for whom. */
function passable(summary: ReportSummary, actor: Actor) {
  const state = reviewState(summary);
  const keys = availableActions(summary, actor)
    .filter((action) => action.event === "pass" && action.allowed)
    .map((action) => action.step);
  if (!state || !keys.length) return [];
  const steps = planSteps(state.plan).filter(({ key }) => keys.includes(key));
  const names = steps.flatMap(
    (one) => holdingOf(actor.userId, one, state, summary.holders)?.forName ?? [],
  );
  const labels = steps.map((one) => one.label);
  return [{ id: summary.id, steps: labels, forNames: [...new Set(names)].toSorted() }];
}

/** What the walks came across, so that they prove something. */
const seen = { waiting: 0, claimed: 0, asDeputy: 0 };

async function compareAll(now: Date): Promise<void> {
  for (const account of accounts) {
    const actor = await actorOf(account, now);
    const { items, count } = await listWaiting(actor, { now, page: 1 });
    const queue = items.map(({ id, steps, forNames }) => ({
      id,
      steps,
      forNames: forNames.toSorted(),
    }));
    const summaries = await listSummaries(actor, ["IN_REVIEW"], now);
    const law = summaries.flatMap((summary) => passable(summary, actor));
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect({ account, queue: queue.toSorted(byId) }).toEqual({
      account,
      queue: law.toSorted(byId),
    });
    expect(count).toBe(law.length);
    seen.waiting += count;
    seen.claimed += items.filter((item) => item.claimedBy.length > 0).length;
    seen.asDeputy += items.filter((item) => item.forNames.length > 0).length;
  }
}

test("everybody's 待办 is what he can pass, whatever happens", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), async (walk) => {
      for (const take of walk) {
        clock += 1000;
        await take(new Date(clock));
        await compareAll(new Date(clock));
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  const { waiting, claimed, asDeputy } = seen;
  // A walk that meets none of these would prove nothing.
  for (const times of [waiting, claimed, asDeputy]) expect(times).toBeGreaterThan(0);
  const rows = () =>
    db.openStep.findMany({ omit: { id: true }, orderBy: [{ reportId: "asc" }, { step: "asc" }] });
  const before = await rows();
  await rebuildQueue(new Date(clock), true);
  expect(await rows()).toEqual(before);
}, 300_000);
