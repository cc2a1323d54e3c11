import { type Actor, hasRole } from "@/lib/auth/actor";

interface Talk {
  bureauId: string;
}

/** 拟稿人, 审核人 and 校对人 of the report's bureau open threads and reply, in every lane. */
export function canTalk(actor: Actor, report: Talk): boolean {
  return hasRole(actor, report.bureauId, "DRAFTER") || isReviewer(actor, report);
}

/**
 * Who opened a thread may resolve and reopen it, and so may any reviewer of the bureau: a drafter
 * never waves away what a reviewer asked for, and a thread outlives the reviewer who opened it.
 */
export function canResolve(actor: Actor, report: Talk, thread: { openedById: string }): boolean {
  if (isReviewer(actor, report)) return true;
  return canTalk(actor, report) && thread.openedById === actor.userId;
}

function isReviewer(actor: Actor, { bureauId }: Talk): boolean {
  return hasRole(actor, bureauId, "REVIEWER") || hasRole(actor, bureauId, "PROOFREADER");
}
