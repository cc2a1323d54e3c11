import type { Actor } from "@/lib/auth/actor";
import { shortHash } from "@/lib/format/short-hash";
import { type ReportFacts, reviewState } from "@/lib/reports/rules";
import { openSteps } from "@/lib/reviews/rules";
import type { PaperFact } from "@/lib/reviews/schema";

/** Reviewers and publishers of the bureau who did not draft may confirm what stands on a paper. */
export function paperConfirmer(actor: Actor, facts: ReportFacts): string[] {
  const holds = facts.holders.some(
    (h) => h.userId === actor.userId && ["REVIEWER", "PUBLISHER"].includes(h.role),
  );
  if (!holds) return ["只有本单位的审核人或者发布管理员可以确认线下审签。"];
  if (facts.drafters.includes(actor.userId)) return ["您起草了本稿，不能确认线下审签。"];
  return [];
}

/** Papers that wait for a second person and are of the text as it stands, for steps still open. */
export function pendingPapers(facts: ReportFacts): PaperFact[] {
  const state = reviewState(facts);
  const open = state ? openSteps(state).map((step) => step.key) : [];
  return facts.papers.filter(
    (paper) =>
      paper.confirmedByName === null &&
      paper.contentHash === facts.contentHash &&
      paper.steps.every((key) => open.includes(key)),
  );
}

export function papersToConfirm(actor: Actor, facts: ReportFacts): string[] {
  const pending = pendingPapers(facts);
  if (!pending.length) return ["没有等待确认的线下审签。"];
  const others = pending.filter((paper) => mayConfirm(actor.userId, paper));
  return others.length ? [] : ["线下审签要由登记人、签字人以外的人确认。"];
}

/** The second person is neither who registered the paper nor who signed it. */
export function mayConfirm(userId: string, paper: PaperFact): boolean {
  return userId !== paper.byId && userId !== paper.signerId;
}

/** Whether what somebody typed from the paper is the 校验码 of a text. */
export function isCodeOf(typed: string, contentHash: string): boolean {
  const plain = typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return plain === shortHash(contentHash).replace(" ", "");
}
