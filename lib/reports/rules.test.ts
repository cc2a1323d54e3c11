import { describe, expect, it } from "vitest";
import { nextReviewState, peopleMissing, returnedItems, reviewState } from "@/lib/reports/rules";
import { decision, factsOf, holdersOf, itemAt, planWith, roundOf } from "@/tests/support/facts";

describe("what was returned", () => {
  it("is what the newest return names, over all decisions of that act", () => {
    const old = decision("review1", "review1", { kind: "RETURN", items: [itemAt("title")] });
    const act = decision("review2", "review2", { kind: "RETURN", items: [itemAt("problems")] });
    const twin = { ...act, id: "twin", step: "proof2", items: [itemAt("other")] };
    const pass = decision("review3", "review3");
    const sections = returnedItems([old, act, twin, pass]).map((i) => i.section);
    expect(sections).toEqual(["problems", "other"]);
  });

  it("is nothing without a return", () => {
    expect(returnedItems([decision("review1", "review1")])).toEqual([]);
  });
});

describe("the plan", () => {
  const pinned = planWith({ restart: true });
  const round = roundOf({ no: 2, plan: pinned });

  it("of an open round is its own copy, whatever the bureau decides meanwhile", () => {
    const facts = factsOf({ draft: "IN_REVIEW", round, bureauPlan: planWith({}) });
    expect(reviewState(facts)?.plan).toBe(pinned);
    expect(reviewState(factsOf())).toBeNull();
  });

  it("of the next round stays while decisions stand under it, else it is the bureau's", () => {
    const facts = factsOf({ draft: "RETURNED", round, bureauPlan: planWith({}) });
    expect(nextReviewState(facts).plan).toBe(facts.bureauPlan);
    const decided = { ...facts, decisions: [decision("review1", "review1", { kind: "RETURN" })] };
    expect(nextReviewState(decided)).toMatchObject({ plan: pinned, roundNo: 3 });
  });
});

it("names each step that nobody can take", () => {
  const reasons = peopleMissing(factsOf({ holders: holdersOf("review1", "review2", "proof1") }));
  expect(reasons).toEqual([expect.stringContaining("“三审”没有合适的人")]);
});
