import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { noticesAfter } from "@/lib/notifications/rules";
import type { ReportFacts } from "@/lib/reports/rules";
import { waitingFor } from "@/lib/reports/urges/rules";
import { availableActions } from "@/lib/reports/workflow";
import { actorNamed, factsOf, holdersOf, levelPassed, roundOf } from "@/tests/support/facts";

const above = { userId: "super", name: "沈立新", role: "SUPERVISOR", level: null };
const holders = [...holdersOf(), { ...above, forId: null, forName: null }];
const superior = { ...actorNamed("admin", "qzf"), userId: "super" };
const draft = factsOf({ holders });
const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf(), holders });
const approved = { ...inReview, draft: "APPROVED" as const };

function urgeBy(facts: ReportFacts, actor: Actor) {
  const action = availableActions(facts, actor).find(({ event }) => event === "urge");
  if (!action) throw new Error("No urge");
  return action;
}

describe("催办", () => {
  it("is told to everybody for whom the report waits, but not to who urges", () => {
    const ids = (facts: ReportFacts) => waitingFor(facts)?.userIds.toSorted();
    expect(ids(draft)).toEqual(["clerk", "clerk2"]);
    expect(ids(inReview)).toEqual(["both", "proof1", "review1"]);
    expect(ids({ ...inReview, decisions: levelPassed(1, "both") })).toEqual(["proof1", "review2"]);
    expect(ids(approved)).toEqual(["admin"]);
    expect(waitingFor({ ...approved, draft: "IDLE" })).toBeNull();
    const by = { userId: "review1", name: "王秉文" };
    const [notice, ...rest] = noticesAfter("urge", inReview, inReview, by);
    expect(notice?.userIds.toSorted()).toEqual(["both", "proof1"]);
    expect(notice?.text).toBe(
      "王秉文催办：灋河回族区司法局2025年度报告等待您办理“一审一校（初审）”，请尽快处理。",
    );
    expect(rest).toEqual([]);
  });

  it("by the office above, in every lane in which something is in hand", () => {
    expect(urgeBy(draft, superior).allowed).toBe(true);
    expect(urgeBy(approved, superior).allowed).toBe(true);
    expect(urgeBy({ ...approved, draft: "IDLE" }, superior).refusal).toBe("CONFLICT");
  });

  it("by the bureau only when it waits for somebody else", () => {
    expect(urgeBy(draft, actorNamed("clerk"))).toMatchObject({ refusal: "CONFLICT" });
    expect(urgeBy(inReview, actorNamed("clerk")).allowed).toBe(true);
    expect(urgeBy(inReview, actorNamed("review2")).refusal).toBe("FORBIDDEN");
    const { refusal, reasons } = urgeBy(approved, actorNamed("admin"));
    expect(refusal).toBe("INVALID");
    expect(reasons).toEqual([expect.stringContaining("没有别的人可以办理“发布”")]);
  });

  it("once an hour: the refusal says who did, when, and when it is possible again", () => {
    const urged = { byName: "丁志远", at: "2026-01-05T06:10:00.000Z" };
    const { refusal, reasons } = urgeBy({ ...inReview, urged }, actorNamed("clerk"));
    expect(refusal).toBe("INVALID");
    expect(reasons).toEqual([
      "丁志远在 14:10 已经催办过。一小时只能催办一次，请在 15:10 以后再催办。",
    ]);
  });
});
