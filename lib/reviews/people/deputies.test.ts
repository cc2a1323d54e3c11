import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availableActions } from "@/lib/reports/workflow";
import {
  barredFrom,
  claimantOf,
  constraintReasons,
  holdingOf,
  peopleAsked,
  unfillableSteps,
} from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";
import { readyPlans, standardPlan } from "@/lib/reviews/ready-plans/rules";
import type { Holder, ReviewState } from "@/lib/reviews/schema";
import {
  actorNamed,
  decision,
  factsOf,
  holdersOf,
  levelPassed,
  people,
  planWith,
  reviewOf,
  roundOf,
} from "@/tests/support/facts";

/** What `from` holds, in the hands of `to`. */
function lent(from: string, to: string): Holder[] {
  const own = holdersOf(from).filter(({ role }) => role === "REVIEWER" || role === "PROOFREADER");
  return own.map((holder) => ({ ...holder, userId: to, name: to, forId: from, forName: from }));
}

function step(key: string, plan: PlanDefinition = standardPlan): PlanStep {
  const found = planSteps(plan).find((one) => one.key === key);
  if (!found) throw new Error(`No step ${key}`);
  return found;
}

const review1 = step("review1");
const review2 = step("review2");

describe("a deputy", () => {
  it("takes a step in his own right where he can, else for somebody", () => {
    const holders = [...lent("review1", "proof1"), ...holdersOf("proof1")];
    const state = reviewOf();
    expect(holdingOf("proof1", review1, state, holders)?.forId).toBe("review1");
    expect(holdingOf("proof1", step("proof1"), state, holders)?.forId).toBeNull();
    expect(holdingOf("proof1", review2, state, holders)).toBeNull();
  });

  it("has nothing of what is lent to him to lend on", () => {
    const holders = [...holdersOf("review1"), ...lent("review1", "review2")];
    expect(lent("review2", "admin").some(({ level }) => level === 1)).toBe(false);
    expect(
      holdingOf("admin", review1, reviewOf(), [...holders, ...lent("review2", "admin")]),
    ).toBeNull();
  });

  it.each([
    ["drafted himself", "clerk2", ["clerk2"]],
    ["acts for one who drafted", "admin", ["review1"]],
  ])("who %s does not judge", (_, deputy, drafters) => {
    const person = { userId: deputy, forId: "review1" };
    expect(constraintReasons(person, review1, reviewOf({ drafters }))).toEqual([
      expect.stringContaining("起草"),
    ]);
  });

  it("binds himself and his principal to the level", () => {
    const byDeputy = { forId: "review1", forName: "review1" };
    const state = reviewOf({ decisions: levelPassed(1, "both", byDeputy) });
    for (const person of [
      { userId: "both" },
      { userId: "review1" },
      { userId: "admin", forId: "both" },
      { userId: "admin", forId: "review1" },
      { userId: "both", forId: "review2" },
    ]) {
      expect(constraintReasons(person, review2, state)).toHaveLength(1);
    }
    expect(constraintReasons({ userId: "review2" }, review2, state)).toEqual([]);
  });

  it("does not stand on 审 and 校 where the plan keeps them apart", () => {
    const plan = planWith({ separateProof: true });
    const byDeputy = { forId: "review1", forName: "review1" };
    const state = reviewOf({ plan, decisions: [decision("review1", "admin", byDeputy)] });
    for (const userId of ["admin", "review1"]) {
      expect(constraintReasons({ userId }, step("proof1", plan), state)).toHaveLength(1);
    }
  });

  it("acts for somebody with whom nothing keeps him from the step, whoever else he acts for", () => {
    const holders = [...lent("both", "admin"), ...lent("review2", "admin")];
    const state = reviewOf({ decisions: levelPassed(1, "both") });
    expect(holdingOf("admin", review2, state, holders)?.forId).toBe("review2");
  });

  it("is no further person when it is asked whether enough exist", () => {
    const short = (holders: Holder[]) => unfillableSteps(reviewOf(), holders).map(({ key }) => key);
    const three = holdersOf("review1", "review2", "review3");
    expect(short([...three, ...lent("review1", "admin")])).toEqual([]);
    expect(short([...holdersOf("both", "review3"), ...lent("both", "admin")])).toEqual(["review2"]);
    expect(short([...holdersOf("review1", "review2"), ...lent("review2", "review3")])).toContain(
      "review3",
    );
  });

  it("is asked beside his principal, under both names", () => {
    const asked = peopleAsked(reviewOf(), [...holdersOf("review1"), ...lent("review1", "admin")]);
    expect(asked.map(({ userId, forName }) => [userId, forName])).toEqual([
      ["review1", null],
      ["admin", "review1"],
    ]);
  });
});

describe("where all must pass", () => {
  const plan = planWith({}, ["review1"]);
  const asked = ["review1", "both"].map((id) => ({ id, name: id }));
  const stages = plan.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((one) => (one.key === "review1" ? { ...one, asked } : one)),
  }));
  const all = { ...plan, stages };
  const holders = [...holdersOf("review1", "both"), ...lent("both", "review1")];

  function passes(actor: string, decisions: ReviewState["decisions"]) {
    const round = roundOf({ plan: all });
    const facts = factsOf({ draft: "IN_REVIEW", round, decisions, holders });
    return availableActions(facts, actorNamed(actor)).find(
      (action) => action.event === "pass" && action.step === "review1",
    );
  }

  it("nobody passes for himself and for another, nor twice", () => {
    expect(passes("review1", [])?.allowed).toBe(true);
    expect(passes("review1", [decision("review1", "review1")])).toMatchObject({
      allowed: false,
      reasons: [expect.stringContaining("不同的人")],
    });
    expect(passes("both", [decision("review1", "review1")])?.allowed).toBe(true);
  });
});

describe("who has claimed a step", () => {
  const handovers = [{ step: "review1", fromId: null, toId: "both", toName: "both" }];
  const holders = holdersOf("review1", "both");

  it("has it as long as he can take it, and not longer", () => {
    const claimed = (state: Partial<ReviewState>, who = holders) =>
      claimantOf(review1, reviewOf({ handovers, ...state }), who)?.id ?? null;
    expect(claimed({})).toBe("both");
    expect(claimed({}, holdersOf("review1", "clerk"))).toBeNull();
    expect(claimed({}, [...holdersOf("review1"), ...lent("review1", "both")])).toBe("both");
    expect(claimed({ decisions: levelPassed(2, "both") })).toBeNull();
    expect(claimed({ drafters: ["both"] })).toBeNull();
  });
});

/** Decisions, drafters and amendments as they fall, legal or not. */
const states = fc
  .record({
    plan: fc.constantFrom(
      ...Object.values(readyPlans),
      planWith({ separateProof: true }, ["review1", "proof2"]),
      planWith({ notDrafter: false, distinctLevels: false }),
    ),
    drafters: fc.subarray(people),
    passes: fc.array(
      fc.record({
        at: fc.nat(),
        actor: fc.constantFrom(...people),
        principal: fc.option(fc.constantFrom(...people)),
        old: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    amender: fc.option(fc.constantFrom(...people)),
  })
  .map(({ plan, drafters, passes, amender }): ReviewState => {
    const steps = planSteps(plan);
    const decisions = passes.map(({ at, actor, principal, old }) => {
      const forId = principal === actor ? null : principal;
      const hashes = old ? { title: "t0" } : undefined;
      const more = { forId, forName: forId, ...(hashes && { hashes }) };
      return decision(steps[at % steps.length]?.key ?? "", actor, more);
    });
    const amendment = {
      roundNo: 1,
      step: "review2",
      section: "title",
      beforeHash: "t0",
      afterHash: "t1",
      reason: "",
      at: "2026-01-06T00:00:00.000Z",
    };
    const amendments = amender ? [{ ...amendment, actorId: amender, actorName: amender }] : [];
    return reviewOf({ plan, drafters, decisions, amendments });
  });

it("who is kept from a step is kept from it through a deputy and as one, and nobody else is", () => {
  const person = fc.constantFrom(...people);
  fc.assert(
    fc.property(states, person, fc.option(person), (state, userId, forId) => {
      for (const one of planSteps(state.plan).filter(({ policy }) => policy === "any")) {
        const barred = barredFrom(one, state);
        const ids = forId ? [userId, forId] : [userId];
        const drafted = ids.some((id) => state.drafters.includes(id));
        const kept = ids.some((id) => barred.includes(id)) || (one.ownCheck && !drafted);
        expect(constraintReasons({ userId, forId }, one, state).length > 0).toBe(kept);
      }
    }),
    { numRuns: 500 },
  );
});
