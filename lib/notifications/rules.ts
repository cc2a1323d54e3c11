import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { peopleAsked } from "@/lib/reviews/people/rules";

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
  const name = nameOf(after);
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

/** What somebody did in a 批注. */
export interface ThreadAct {
  kind: "opened" | "replied" | "resolved" | "reopened";
  actorId: string;
  mustResolve: boolean;
  /** Everybody who said something in it before. */
  talkers: string[];
}

const threadWords: Record<ThreadAct["kind"], string> = {
  opened: "有新的批注，请查看",
  replied: "的批注有新的回复",
  resolved: "的批注已解决",
  reopened: "的批注被重新打开，请查看",
};

/**
 * Who is told of 批注: those who talk in it already; before anybody else does, the drafters of the
 * text and who submitted it last. Nobody who has left the bureau.
 */
export function noticesInThread(report: ReportSummary, act: ThreadAct): Notice[] {
  const { kind, actorId, mustResolve, talkers } = act;
  const isOther = (userId: string) =>
    userId !== actorId && report.holders.some((holder) => holder.userId === userId);
  const authors = report.round ? [...report.drafters, report.round.openedById] : report.drafters;
  const others = talkers.filter(isOther);
  const told = [...new Set(others.length ? others : authors.filter(isOther))];
  const isDrafter = (userId: string) =>
    report.holders.some((h) => h.userId === userId && h.role === "DRAFTER");
  const isAsked = mustResolve && (kind === "opened" || kind === "reopened");
  const text = `${nameOf(report)}${threadWords[kind]}${isAsked ? "，解决后才能送审" : ""}。`;
  const notices = [
    { userIds: told.filter(isDrafter), text, href: `/desk/reports/${report.id}` },
    { userIds: told.filter((id) => !isDrafter(id)), text, href: `/desk/reviews/${report.id}` },
  ];
  return notices.filter(({ userIds }) => userIds.length > 0);
}

/** Newest first: the same words about the same page stand once, however often they were sent. */
export function foldNotices<N extends { text: string; href: string }>(notices: N[]): N[] {
  const seen = new Set<string>();
  return notices.filter(({ text, href }) => {
    const said = `${href} ${text}`;
    const isNew = !seen.has(said);
    seen.add(said);
    return isNew;
  });
}

function nameOf({ bureauName, year }: ReportSummary): string {
  return `${bureauName}${year}年度报告`;
}
