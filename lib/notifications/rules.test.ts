import { describe, expect, it } from "vitest";
import { noticesAfter } from "@/lib/notifications/rules";
import { decision, factsOf, holdersOf, levelPassed, roundOf } from "@/tests/support/facts";

const draft = factsOf();
const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });
const level2 = { ...inReview, decisions: levelPassed(1, "review1") };
const edit = "/desk/reports/report";
const review = "/desk/reviews/report";

describe("who is told after", () => {
  it("submit: everybody who may take level one, each once", () => {
    const [notice, ...rest] = noticesAfter("submit", draft, inReview);
    expect(notice?.userIds.toSorted()).toEqual(["both", "proof1", "review1"]);
    expect(notice).toMatchObject({ href: review, text: expect.stringContaining("2025") });
    expect(rest).toEqual([]);
  });

  it("a level: those of the next one who were not asked already", () => {
    const [notice] = noticesAfter("pass", inReview, level2);
    expect(notice?.userIds.toSorted()).toEqual(["review2"]);
  });

  it("half a level: nobody again", () => {
    const half = { ...inReview, decisions: [decision("proof1", "proof1")] };
    expect(noticesAfter("pass", inReview, half)).toEqual([]);
  });

  it("a return and a reopening: who submitted", () => {
    const returned = { ...level2, draft: "RETURNED" as const };
    const notices = noticesAfter("return", level2, returned);
    expect(notices).toEqual([
      { userIds: ["clerk"], href: edit, text: expect.stringContaining("退回修改") },
    ]);
    expect(noticesAfter("reopen", level2, returned)).toEqual(notices);
  });

  it("the last level: the publishers", () => {
    const approved = { ...inReview, draft: "APPROVED" as const };
    expect(noticesAfter("pass", inReview, approved)).toEqual([
      { userIds: ["admin"], href: edit, text: expect.stringContaining("可以发布") },
    ]);
    const nobody = { ...approved, holders: holdersOf("clerk", "review1") };
    expect(noticesAfter("pass", inReview, nobody)).toEqual([]);
  });

  it("a publication: who submitted; a recall: nobody", () => {
    const live = { ...inReview, draft: "IDLE" as const, live: "LIVE" as const };
    expect(noticesAfter("publish", inReview, live)).toMatchObject([{ userIds: ["clerk"] }]);
    expect(noticesAfter("recall", inReview, draft)).toEqual([]);
  });
});
