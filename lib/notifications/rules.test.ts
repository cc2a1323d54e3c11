import { describe, expect, it } from "vitest";
import {
  foldNotices,
  noticesAfter,
  noticesInThread,
  type ThreadAct,
} from "@/lib/notifications/rules";
import { decision, factsOf, holdersOf, levelPassed, roundOf } from "@/tests/support/facts";

const draft = factsOf();
const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });
const level2 = { ...inReview, decisions: levelPassed(1, "review1") };
const about = { bureauName: "灋河回族区司法局", year: 2025, step: null, dueAt: null };
const somebody = { userId: "somebody", name: "某人" };
const edit = "/desk/reports/report";
const review = "/desk/reviews/report";

describe("who is told after", () => {
  it("submit: everybody who may take level one, each once", () => {
    const [notice, ...rest] = noticesAfter("submit", draft, inReview, somebody);
    expect(notice?.userIds.toSorted()).toEqual(["both", "proof1", "review1"]);
    expect(notice).toMatchObject({ href: review, text: expect.stringContaining("2025") });
    expect(rest).toEqual([]);
  });

  it("a level: those of the next one who were not asked already", () => {
    const [notice] = noticesAfter("pass", inReview, level2, somebody);
    expect(notice?.userIds.toSorted()).toEqual(["review2"]);
  });

  it("half a level: nobody again", () => {
    const half = { ...inReview, decisions: [decision("proof1", "proof1")] };
    expect(noticesAfter("pass", inReview, half, somebody)).toEqual([]);
  });

  it("a return and a reopening: who submitted", () => {
    const returned = { ...level2, draft: "RETURNED" as const };
    const notices = noticesAfter("return", level2, returned, somebody);
    const step = "修改后重新送审";
    const until = { ...about, step, dueAt: "2026-01-31T16:00:00.000Z" };
    const text = expect.stringContaining("退回修改");
    expect(notices).toEqual([{ userIds: ["clerk"], href: edit, text, about: until }]);
    expect(noticesAfter("reopen", level2, returned, somebody)).toEqual(notices);
  });

  it("the last level: the publishers", () => {
    const approved = { ...inReview, draft: "APPROVED" as const };
    const [notice, ...rest] = noticesAfter("pass", inReview, approved, somebody);
    expect(notice).toMatchObject({ userIds: ["admin"], href: edit, about: { step: "发布" } });
    expect(notice?.text).toContain("可以发布");
    expect(rest).toEqual([]);
    const nobody = { ...approved, holders: holdersOf("clerk", "review1") };
    expect(noticesAfter("pass", inReview, nobody, somebody)).toEqual([]);
  });

  it("a publication: who submitted; a recall: nobody", () => {
    const live = { ...inReview, draft: "IDLE" as const, live: "LIVE" as const };
    expect(noticesAfter("publish", inReview, live, somebody)).toMatchObject([
      { userIds: ["clerk"] },
    ]);
    expect(noticesAfter("recall", inReview, draft, somebody)).toEqual([]);
  });
});

describe("who is told of 批注", () => {
  const told = (report: typeof draft, act: Partial<ThreadAct>) => {
    const said = { kind: "opened" as const, actorId: "review1", mustResolve: false, talkers: [] };
    return noticesInThread(report, { ...said, ...act });
  };
  const two = { ...draft, drafters: ["clerk", "clerk2"] };

  it("a new one: those who drafted the text and who submitted it, each once", () => {
    const text = "灋河回族区司法局2025年度报告有新的批注，请查看。";
    expect(told(two, {})).toEqual([{ userIds: ["clerk", "clerk2"], href: edit, text, about }]);
    const submitted = { ...inReview, drafters: ["clerk2"] };
    expect(told(submitted, {})).toMatchObject([{ userIds: ["clerk2", "clerk"] }]);
    const published = { ...inReview, drafters: [] };
    expect(told(published, {})).toMatchObject([{ userIds: ["clerk"] }]);
  });

  it("a new one: not who opened it", () => {
    expect(told(two, { actorId: "clerk" })).toMatchObject([{ userIds: ["clerk2"] }]);
    expect(told(draft, { actorId: "clerk" })).toEqual([]);
  });

  it("an answer: who talks in it already, a reviewer on the page of the review", () => {
    const act = { kind: "replied" as const, actorId: "clerk", talkers: ["review1", "clerk2"] };
    const text = "灋河回族区司法局2025年度报告的批注有新的回复。";
    expect(told(two, act)).toEqual([
      { userIds: ["clerk2"], href: edit, text, about },
      { userIds: ["review1"], href: review, text, about },
    ]);
  });

  it("more words of who opened it, before anybody answered: those who drafted the text", () => {
    const act = { kind: "replied" as const, talkers: ["review1", "review1"] };
    expect(told(two, act)).toMatchObject([{ userIds: ["clerk", "clerk2"] }]);
  });

  it.each(["resolved", "reopened"] as const)("%s: who talks in it", (kind) => {
    const [notice, ...rest] = told(two, { kind, talkers: ["review1", "clerk", "clerk"] });
    expect(notice).toMatchObject({ userIds: ["clerk"] });
    expect(rest).toEqual([]);
  });

  it("nobody who holds no role in the bureau any more", () => {
    const left = { ...two, holders: holdersOf("clerk2", "review1") };
    expect(told(left, {})).toMatchObject([{ userIds: ["clerk2"] }]);
    const act = { kind: "replied" as const, talkers: ["clerk", "clerk2"] };
    expect(told(left, act)).toMatchObject([{ userIds: ["clerk2"] }]);
  });

  it("says that it stands against the submission while it does", () => {
    const texts = (kind: ThreadAct["kind"]) => told(draft, { kind, mustResolve: true })[0]?.text;
    expect(texts("opened")).toContain("解决后才能送审");
    expect(texts("reopened")).toContain("解决后才能送审");
    expect(texts("replied")).not.toContain("送审");
    expect(texts("resolved")).not.toContain("送审");
  });
});

it("what was said ten times about a page stands once, where it was said last", () => {
  const notice = (text: string, href: string, no: number) => ({ text, href, no });
  const list = [
    notice("有新的批注", edit, 4),
    notice("等待您审核", review, 3),
    notice("有新的批注", edit, 2),
    notice("有新的批注", review, 1),
  ];
  expect(foldNotices(list).map(({ no }) => no)).toEqual([4, 3, 1]);
});
