import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { peopleAsked } from "@/lib/reviews/rules";

/** 消息 for some people, with the address it leads to. Never carries text of the report. */
export interface Notice {
  userIds: string[];
  text: string;
  href: string;
}

/** Who is told what after an event. */
export function noticesAfter(
  event: EventInput["event"],
  before: ReportSummary,
  after: ReportSummary,
): Notice[] {
  const name = `${after.bureauName}${after.year}年度报告`;
  const edit = `/desk/reports/${after.id}`;
  const notice = (userIds: string[], text: string, href = edit) =>
    userIds.length ? [{ userIds, text, href }] : [];
  const submitter = after.round ? [after.round.openedById] : [];
  if (event === "return" || event === "reopen") {
    return notice(submitter, `${name}被退回修改，请按意见修改后重新送审。`);
  }
  if (event === "publish") return notice(submitter, `${name}已经发布。`);
  if (after.draft === "APPROVED" && before.draft !== "APPROVED") {
    return notice(publishersOf(after), `${name}已审定，可以发布。`);
  }
  const waiting = newlyAsked(before, after);
  return notice(waiting, `${name}等待您审核。`, `/desk/reviews/${after.id}`);
}

function publishersOf(facts: ReportSummary): string[] {
  return facts.holders.filter((h) => h.role === "PUBLISHER").map((h) => h.userId);
}

/** People who can take a step now and could not before the event. */
function newlyAsked(before: ReportSummary, after: ReportSummary): string[] {
  const asked = idsAsked(before);
  return idsAsked(after).filter((userId) => !asked.includes(userId));
}

function idsAsked(facts: ReportSummary): string[] {
  const state = reviewState(facts);
  if (!state || facts.draft !== "IN_REVIEW") return [];
  return peopleAsked(state, facts.holders).map((holder) => holder.userId);
}
