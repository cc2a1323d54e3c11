import { describe, expect, it } from "vitest";
import { gatewayValues, mailOf } from "@/lib/notifications/mails/rules";
import { noticesAfter, noticesInThread } from "@/lib/notifications/rules";
import { decision, factsOf, itemAt, levelPassed, roundOf } from "@/tests/support/facts";

const site = "https://nb.example.cn";
const actor = { userId: "clerk", name: "马晓雯" };
const secret = "机密的修改意见";
const inReview = factsOf({ draft: "IN_REVIEW", round: roundOf() });
const returned = factsOf({
  draft: "RETURNED",
  round: roundOf({ outcome: "RETURNED" }),
  decisions: [
    decision("review1", "review1", {
      kind: "RETURN",
      opinion: secret,
      items: [itemAt("problems", { words: secret, correction: secret })],
    }),
  ],
});

const every = [
  ...noticesAfter("submit", factsOf(), inReview, actor),
  ...noticesAfter("pass", inReview, { ...inReview, decisions: levelPassed(1, "review1") }, actor),
  ...noticesAfter("return", inReview, returned, actor),
  ...noticesAfter("pass", inReview, { ...inReview, draft: "APPROVED" }, actor),
  ...noticesAfter("publish", inReview, { ...inReview, draft: "IDLE", live: "LIVE" }, actor),
  ...noticesAfter("urge", inReview, inReview, actor),
  ...noticesInThread(returned, {
    kind: "opened",
    actorId: "review1",
    mustResolve: true,
    talkers: [],
  }),
];

describe("a notice as a mail", () => {
  it("says bureau, year, step, last day and address, and that the address decides nothing", () => {
    const [notice] = noticesAfter("submit", factsOf(), inReview, actor);
    if (!notice) throw new Error("Nobody was told");
    const dueAt = "2026-01-12T16:00:00.000Z";
    const due = { ...notice, about: { ...notice.about, dueAt } };
    const { subject, text } = mailOf({ id: "d1", notice: due, name: "王秉文", site });
    expect(subject).toBe("【年报台】灋河回族区司法局2025年度报告等待您审核。");
    expect(text).toContain("王秉文：");
    expect(text).toContain("机关：灋河回族区司法局\n年度：2025\n环节：一审一校（初审）");
    expect(text).toContain("期限：2026年1月12日\n");
    expect(text).toContain(`${site}/desk/reviews/report\n`);
    expect(text).toContain("不会作出任何审核决定");
    expect(text).toContain(`${site}/desk/settings`);
  });

  it("carries nothing that anybody wrote", () => {
    expect(every).toHaveLength(7);
    for (const notice of every) {
      const sending = { id: "d1", notice, name: "王秉文", site };
      const sent = [
        ...Object.values(mailOf(sending)),
        ...Object.values(gatewayValues(sending, "1")),
      ];
      expect(sent.join("\n")).not.toContain(secret);
      expect(JSON.stringify(notice)).not.toContain(secret);
    }
  });

  it("leads to pages behind the sign-in alone", () => {
    for (const { href } of every) expect(href).toMatch(/^\/desk\/(?:reports|reviews)\/report$/);
  });
});
