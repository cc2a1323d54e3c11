import { describe, expect, it } from "vitest";
import { availableActions } from "@/lib/reports/workflow";
import { paperOffer } from "@/lib/reviews/paper-offers/rules";
import { isCodeOf, pendingPapers } from "@/lib/reviews/papers/rules";
import type { PaperFact } from "@/lib/reviews/schema";
import { actorNamed, factsOf, levelPassed, people, roundOf } from "@/tests/support/facts";

const paper: PaperFact = {
  id: "paper1",
  steps: ["review1", "proof1"],
  signerId: "review1",
  signerName: "review1",
  contentHash: "c1",
  scanId: "scan1",
  opinion: "",
  checklist: [],
  byId: "admin",
  byName: "admin",
  at: "2026-01-05T08:00:00.000Z",
  confirmedByName: null,
};

const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });
const withPaper = { ...inReview, papers: [paper] };

const refusal = (facts: typeof inReview, person: string, event: string, step?: string) =>
  availableActions(facts, actorNamed(person)).find((a) => a.event === event && a.step === step)
    ?.refusal;

describe("who may do what about a paper", () => {
  it.each(people)("%s registers it, or not", (person) => {
    const expected = person === "admin" ? null : "FORBIDDEN";
    expect(refusal(inReview, person, "sign-paper", "review1")).toBe(expected);
    const turn = person === "admin" ? "CONFLICT" : "FORBIDDEN";
    expect(refusal(inReview, person, "sign-paper", "review2")).toBe(turn);
  });

  it.each([
    ["clerk", "FORBIDDEN"],
    ["clerk2", "FORBIDDEN"],
    ["proof1", "FORBIDDEN"],
    ["admin", "INVALID"],
    ["review1", "INVALID"],
    ["review2", null],
    ["review3", null],
    ["both", null],
  ])("%s confirms it: %s", (person, expected) => {
    expect(refusal(withPaper, person, "confirm-paper")).toBe(expected);
  });

  it("nobody confirms out of review, or his own text", () => {
    const approved = { ...withPaper, draft: "APPROVED" as const };
    expect(refusal(approved, "review2", "confirm-paper")).toBe("CONFLICT");
    const drafted = { ...withPaper, drafters: ["clerk", "review2"] };
    expect(refusal(drafted, "review2", "confirm-paper")).toBe("FORBIDDEN");
  });
});

describe("a paper that waits", () => {
  it.each([
    ["of this text, for open steps", {}, {}, 1],
    ["of another text", { contentHash: "c0" }, {}, 0],
    ["that was confirmed", { confirmedByName: "review2" }, {}, 0],
    ["for steps passed meanwhile", {}, { decisions: levelPassed(1, "both") }, 0],
  ])("%s", (_, paperChanges, factChanges, count) => {
    const papers = [{ ...paper, ...paperChanges }];
    expect(pendingPapers({ ...inReview, ...factChanges, papers })).toHaveLength(count);
  });

  it("is offered to who may confirm it, and its signers to who registers", () => {
    expect(paperOffer(withPaper, actorNamed("review2"))).toMatchObject({
      signers: [],
      pending: [{ id: "paper1", steps: ["一审", "一校"], mine: true }],
    });
    const { signers, pending } = paperOffer(withPaper, actorNamed("admin"));
    expect(pending.map(({ mine }) => mine)).toEqual([false]);
    expect(signers.map(({ id, steps }) => [id, steps.map(({ key }) => key).join(" ")])).toEqual([
      ["review1", "review1 proof1"],
      ["proof1", "proof1"],
      ["both", "review1 proof1"],
    ]);
  });
});

it.each([
  ["3F2A 91BC", true],
  ["3f2a91bc", true],
  ["３Ｆ２Ａ－９１ＢＣ", true],
  ["3F2A 91BD", false],
  ["3F2A", false],
  ["", false],
])("the code %j is that of the text: %s", (typed, expected) => {
  expect(isCodeOf(typed, "3f2a91bc".padEnd(64, "0"))).toBe(expected);
});
