import { describe, expect, it } from "vitest";
import { checkInput, chosenSteps, momentAfter, stepsOf } from "@/lib/reports/events/rules";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportFacts } from "@/lib/reports/rules";
import { availableActions } from "@/lib/reports/workflow";
import { actorNamed, decision, factsOf, levelPassed, roundOf } from "@/tests/support/facts";

const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });

function chosen(facts: ReportFacts, person: string, input: EventInput) {
  const actions = availableActions(facts, actorNamed(person));
  return chosenSteps(
    actions.filter((action) => action.event === input.event),
    input,
  );
}

const stepsChosen = (facts: ReportFacts, person: string, input: EventInput) =>
  chosen(facts, person, input).map((action) => action.step);

describe("which steps an event is about", () => {
  it("by itself every open step that the person may take", () => {
    expect(stepsChosen(inReview, "review1", { event: "pass" })).toEqual(["review1", "proof1"]);
    expect(stepsChosen(inReview, "proof1", { event: "pass" })).toEqual(["proof1"]);
  });

  it("named ones, and those alone", () => {
    const input: EventInput = { event: "pass", steps: ["proof1"] };
    expect(stepsChosen(inReview, "review1", input)).toEqual(["proof1"]);
  });

  it.each(["nonsense", "__proto__", "constructor"])("a step %j that the plan has not", (key) => {
    const [action] = chosen(inReview, "review1", { event: "pass", steps: [key] });
    expect(action).toMatchObject({ allowed: false, refusal: "INVALID" });
    expect(action?.reasons[0]).toContain(`“${key}”`);
  });

  it("of refused ones those of the person's own duty, so that the reason fits", () => {
    const reasons = (facts: ReportFacts, person: string) =>
      chosen(facts, person, { event: "pass" }).flatMap((action) => action.reasons);
    expect(reasons(inReview, "review2").join()).toMatch(/^还没有轮到“二审”。,还没有轮到“二校”。$/);
    expect(reasons(inReview, "clerk2").join()).toContain("没有承担“一审”");
    expect(reasons(inReview, "clerk2").join()).not.toContain("三审");
  });

  it("of no round none", () => {
    expect(chosen(factsOf(), "review1", { event: "pass" })).toMatchObject([
      { allowed: false, refusal: "CONFLICT" },
    ]);
  });

  it("an event without steps is itself", () => {
    expect(chosen(factsOf(), "clerk", { event: "submit" })).toMatchObject([{ event: "submit" }]);
  });

  it("steps come in the plan's order, each once", () => {
    const input: EventInput = { event: "pass", steps: ["proof1", "review1", "proof1"] };
    const steps = stepsOf(inReview, chosen(inReview, "review1", input));
    expect(steps.map((step) => step.key)).toEqual(["review1", "proof1"]);
  });
});

describe("what an allowed event still lacks", () => {
  const missing = (facts: ReportFacts, person: string, input: EventInput) => {
    const actions = chosen(facts, person, input);
    const identity = { format: "2021" };
    return checkInput({ ...facts, identity }, input, actions, stepsOf(facts, actions));
  };
  const ticks = ["political", "law", "policy", "secrecy", "truthful", "lawful", "classified"];

  it("pass: every item of every step that is decided, by name", () => {
    const half: EventInput = { event: "pass", checklist: ticks.slice(1) };
    expect(missing(inReview, "review1", half)).toEqual([
      expect.stringMatching(/政治关（political）、文字关（wording）/),
    ]);
    expect(missing(inReview, "review1", { ...half, checklist: [...ticks, "wording"] })).toEqual([]);
    expect(missing(inReview, "proof1", { event: "pass", checklist: ["wording"] })).toEqual([]);
    expect(missing(inReview, "proof1", { event: "pass", checklist: ["constructor"] })).toHaveLength(
      1,
    );
  });

  it("return: at least one item, each at a place that exists", () => {
    const give = (...items: NonNullable<EventInput["items"]>) =>
      missing(inReview, "review1", { event: "return", items });
    const words = "请核对。";
    expect(give()).toHaveLength(1);
    expect(give({ section: "problems", words })).toEqual([]);
    expect(give({ section: "applications", cell: "received.total", words })).toEqual([]);
    expect(give({ section: "applications", cell: null, words })).toEqual([]);
    expect(
      give(
        { section: "nonsense", words },
        { section: "__proto__", words },
        { section: "applications", cell: "constructor", words },
        { section: "problems", cell: "received.total", words },
      ),
    ).toHaveLength(4);
  });

  it("reopen and a second publication: words", () => {
    const decisions = [1, 2, 3].flatMap((level) => levelPassed(level, `review${level}`));
    const round = roundOf({ closedAt: "2026-01-06T00:00:00.000Z", outcome: "APPROVED" });
    const approved = factsOf({ draft: "APPROVED", round, decisions });
    expect(missing(approved, "review3", { event: "reopen" })).toHaveLength(1);
    expect(missing(approved, "review3", { event: "reopen", reason: "有误。" })).toEqual([]);
    expect(missing(approved, "admin", { event: "publish" })).toEqual([]);
    const again: ReportFacts = { ...approved, live: "LIVE" };
    expect(missing(again, "admin", { event: "publish" })).toHaveLength(1);
    expect(missing(again, "admin", { event: "publish", changeNote: "更正。" })).toEqual([]);
  });
});

it("a level half done is finished by the step that is left", () => {
  const facts = { ...inReview, decisions: [decision("proof1", "proof1")] };
  expect(stepsChosen(facts, "review1", { event: "pass" })).toEqual(["review1"]);
});

describe("the time of an event", () => {
  const now = new Date("2026-01-09T07:45:00.000Z");

  it("is now, where everything before it is older", () => {
    expect(momentAfter(factsOf({ round: roundOf() }), new Date("2100-01-01T00:00:00Z"))).toEqual(
      new Date("2100-01-01T00:00:00Z"),
    );
  });

  it("is later than the newest fact, though another server's clock was ahead", () => {
    const ahead = decision("review1", "review1", { at: "2026-01-09T07:45:02.500+00:00" });
    const round = { ...roundOf(), openedAt: "2026-01-09T07:00:00Z", closedAt: null };
    const facts = factsOf({ round, decisions: [ahead] });
    expect(momentAfter(facts, now)).toEqual(new Date("2026-01-09T07:45:02.501Z"));
    const reopened = { ...round, closedAt: "2026-01-09T07:45:03Z" };
    expect(momentAfter({ ...facts, round: reopened }, now).toISOString()).toBe(
      "2026-01-09T07:45:03.001Z",
    );
  });
});
