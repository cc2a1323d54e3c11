import { describe, expect, it } from "vitest";
import type { ReportFacts } from "@/lib/reports/rules";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import { availableActions, laneAfter } from "@/lib/reports/workflow";
import {
  actorNamed,
  decision,
  factsOf,
  holdersOf,
  levelPassed,
  people,
  planWith,
  roundOf,
} from "@/tests/support/facts";

type Outcome = "allowed" | "FORBIDDEN" | "CONFLICT" | "INVALID";

const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });
const [first, second, third] = [1, 2, 3].map((n) => levelPassed(n, `review${n}`));
const closed = { closedAt: "2026-01-06T00:00:00.000Z" };
const approved = factsOf({
  draft: "APPROVED",
  round: roundOf({ ...closed, outcome: "APPROVED" }),
  decisions: [first, second, third].flatMap((passes) => passes ?? []),
});

const lanes = {
  DRAFT: factsOf(),
  "IN_REVIEW, level 1": inReview,
  "IN_REVIEW, level 1 half done": { ...inReview, decisions: [decision("proof1", "proof1")] },
  "IN_REVIEW, level 2": { ...inReview, decisions: first ?? [] },
  "IN_REVIEW, level 2 after both": { ...inReview, decisions: levelPassed(1, "both") },
  "IN_REVIEW, level 3": { ...inReview, decisions: [...(first ?? []), ...(second ?? [])] },
  RETURNED: factsOf({
    draft: "RETURNED",
    round: roundOf({ ...closed, outcome: "RETURNED" }),
    decisions: [decision("review1", "review1", { kind: "RETURN" })],
  }),
  APPROVED: approved,
  SCHEDULED: { ...approved, draft: "SCHEDULED" },
  IDLE: { ...approved, draft: "IDLE", live: "LIVE", decisions: [], drafters: [] },
} satisfies Record<string, ReportFacts>;

type Lane = keyof typeof lanes;

/** Who may do an event of the whole report at all; everybody else is FORBIDDEN, whatever the lane. */
const who = {
  save: ["clerk", "clerk2"],
  submit: ["clerk", "clerk2"],
  recall: ["clerk"],
  reopen: ["review3", "proof1"],
  publish: ["admin"],
  urge: ["clerk", "clerk2", "admin"],
};

/** The lanes in which those people may; in every other it is a CONFLICT. */
const reviewed = Object.keys(lanes).filter((lane) => lane.startsWith("IN_REVIEW")) as Lane[];
const when: Record<keyof typeof who, Lane[]> = {
  save: ["DRAFT", "RETURNED"],
  submit: ["DRAFT", "RETURNED"],
  recall: ["IN_REVIEW, level 1", "IN_REVIEW, level 2"],
  reopen: ["APPROVED"],
  publish: ["APPROVED"],
  urge: [...reviewed, "APPROVED"],
};

/** Steps that may be passed and returned, by person; whatever is not named is refused. */
const steps: Partial<Record<Lane, Record<string, string>>> = {
  "IN_REVIEW, level 1": { review1: "review1 proof1", both: "review1 proof1", proof1: "proof1" },
  "IN_REVIEW, level 1 half done": { review1: "review1", both: "review1" },
  "IN_REVIEW, level 2": { review2: "review2 proof2", both: "review2 proof2", proof1: "proof2" },
  "IN_REVIEW, level 2 after both": { review2: "review2 proof2", proof1: "proof2" },
  "IN_REVIEW, level 3": { review3: "review3 proof3", proof1: "proof3" },
};

const outcome = ({ refusal }: AvailableAction): Outcome => refusal ?? "allowed";

function actionsOf(facts: ReportFacts, person: string, bureau?: string): AvailableAction[] {
  return availableActions(facts, actorNamed(person, bureau));
}

describe.each(Object.entries(lanes))("in %s", (lane, facts) => {
  it.each(people)("%s may do what the table says, and no more", (person) => {
    for (const [event, names] of Object.entries(who)) {
      const action = actionsOf(facts, person).find((a) => a.event === event);
      const lacksRound = ["recall", "reopen"].includes(event) && !facts.round;
      let expected: Outcome = "FORBIDDEN";
      if (names.includes(person) && !lacksRound) {
        const open = when[event as keyof typeof who].includes(lane as Lane);
        // A publisher who is alone has nobody to urge.
        const alone = event === "urge" && facts.draft === "APPROVED" && person === "admin";
        const signed = event === "recall" && facts.draft === "IN_REVIEW" && facts.decisions.length;
        const guarded = alone || signed;
        expected = guarded ? "INVALID" : open ? "allowed" : "CONFLICT";
      }
      expect([event, action && outcome(action)]).toEqual([event, expected]);
    }
  });

  it.each(people)("%s decides the steps of the table, and no more", (person) => {
    for (const event of ["pass", "return"] as const) {
      const actions = actionsOf(facts, person).filter((a) => a.event === event);
      const allowed = actions.filter((a) => a.allowed).map((a) => a.step);
      expect(allowed.join(" ")).toBe(steps[lane as Lane]?.[person] ?? "");
      expect(actions).toHaveLength(facts.round ? 6 : 0);
    }
  });

  it("nothing is allowed with a reason against it, or refused without one", () => {
    for (const person of people) {
      for (const action of actionsOf(facts, person)) {
        expect(action.allowed).toBe(action.reasons.length === 0);
        expect(action.refusal === null).toBe(action.allowed);
        for (const reason of action.reasons) expect(reason).toMatch(/\p{sc=Han}.*。$/u);
      }
    }
  });

  it("a person with the same duties in another bureau may do nothing", () => {
    for (const person of people.filter((name) => name !== "clerk")) {
      const allowed = actionsOf(facts, person, "jyj").filter((a) => a.allowed);
      expect(allowed).toEqual([]);
    }
  });
});

function actionFor(facts: ReportFacts, person: string, event: string, step?: string) {
  const actions = actionsOf(facts, person);
  const action = actions.find((a) => a.event === event && a.step === step);
  if (!action) throw new Error(`No ${event} ${step}`);
  return action;
}

describe("all reasons at once", () => {
  it("submit: every finding, and every step without people", () => {
    const facts = factsOf({
      submitBlocks: ["必须修改：甲。", "需作说明：乙。"],
      holders: holdersOf("clerk", "review1", "review2"),
    });
    const { refusal, reasons } = actionFor(facts, "clerk", "submit");
    expect(refusal).toBe("INVALID");
    expect(reasons.slice(0, 2)).toEqual(facts.submitBlocks);
    expect(reasons.slice(2).join("")).toMatch(/三审.*三校/);
  });

  it("submit: people are counted under the plan that the open round pinned", () => {
    const holders = holdersOf("clerk", "both", "review3");
    const returned = { ...lanes.RETURNED, holders };
    expect(actionFor(returned, "clerk", "submit").refusal).toBe("INVALID");
    const loose = planWith({ distinctLevels: false });
    const round = roundOf({ ...closed, plan: loose, outcome: "RETURNED" });
    expect(actionFor({ ...returned, round }, "clerk", "submit").allowed).toBe(true);
  });

  it("a step: no duty, one's own text, and not yet its turn", () => {
    const facts = { ...inReview, drafters: ["clerk", "review2"] };
    const { reasons, refusal } = actionFor(facts, "review2", "pass", "review3");
    expect(refusal).toBe("FORBIDDEN");
    expect(reasons).toEqual([
      expect.stringContaining("没有承担“三审”"),
      expect.stringContaining("起草"),
      expect.stringContaining("没有轮到“三审”"),
    ]);
  });

  it("a step that is done says so", () => {
    const { reasons } = actionFor(lanes["IN_REVIEW, level 2"], "review1", "pass", "review1");
    expect(reasons).toEqual(["“一审”已经通过。"]);
  });

  it.each([
    ["pass", "审核通过"],
    ["return", "退回修改"],
  ])("out of review, %s is refused in its own words", (event, words) => {
    const { reasons } = actionFor(lanes.APPROVED, "review1", event, "review1");
    expect(reasons).toEqual([expect.stringContaining(`不能${words}`)]);
  });

  it("publish: the last editor does not publish his own text", () => {
    const { refusal, reasons } = actionFor(
      { ...approved, lastEditorId: "admin" },
      "admin",
      "publish",
    );
    expect(refusal).toBe("FORBIDDEN");
    expect(reasons).toEqual([expect.stringContaining("最后修改本稿的人")]);
  });

  it.each([
    ["another text", { contentHash: "c2" }],
    ["a pass that lapsed", { hashes: { title: "t2", applications: "a1", problems: "p1" } }],
    ["a reviewer who drafted", { drafters: ["clerk", "review2"] }],
    ["a level never asked", { decisions: approved.decisions.slice(2) }],
    ["no approval", { round: roundOf() }],
    ["no round", { round: null }],
  ])("publish: refused for %s, even in 已审定", (_, changes) => {
    const { refusal } = actionFor({ ...approved, ...changes }, "admin", "publish");
    expect(refusal).toBe("INVALID");
  });

  it("publish: an exception is confirmed by a second person first", () => {
    const override = {
      id: "o1",
      guard: "distinctLevels",
      reason: "只有两人在岗。",
      byId: "review3",
      byName: "review3",
      at: "2026-01-06T00:00:00.000Z",
    };
    const publishing = (confirmedByName: string | null) => {
      const overrides = [{ ...override, confirmedByName }];
      return actionFor({ ...approved, overrides }, "admin", "publish");
    };
    expect(publishing(null)).toMatchObject({ refusal: "INVALID" });
    expect(publishing(null).reasons).toEqual([expect.stringContaining("第二人确认")]);
    expect(publishing("review1").allowed).toBe(true);
  });

  it("recall: names who has signed", () => {
    const { reasons } = actionFor(lanes["IN_REVIEW, level 2"], "clerk", "recall");
    expect(reasons).toEqual([expect.stringContaining("review1已经签署意见")]);
    const carried = { ...lanes["IN_REVIEW, level 2"], round: roundOf({ no: 2 }) };
    expect(actionFor(carried, "clerk", "recall").allowed).toBe(true);
  });
});

it("says what an event must bring", () => {
  const needs = (facts: ReportFacts, person: string, event: string, step?: string) =>
    actionFor(facts, person, event, step).needs;
  expect(needs(approved, "review3", "reopen")).toEqual(["reason"]);
  expect(needs(approved, "admin", "publish")).toEqual([]);
  expect(needs({ ...approved, live: "LIVE" }, "admin", "publish")).toEqual(["changeNote"]);
  expect(needs(inReview, "review1", "return", "review1")).toEqual(["items"]);
  expect(needs(inReview, "review1", "pass", "proof1")).toEqual(["checklist.wording"]);
  expect(needs(inReview, "review1", "pass", "review1")).toHaveLength(7);
});

it("leads from lane to lane", () => {
  const events = ["save", "submit", "recall", "reopen", "publish"] as const;
  expect(events.map(laneAfter)).toEqual([null, "IN_REVIEW", "DRAFT", "RETURNED", "IDLE"]);
});
