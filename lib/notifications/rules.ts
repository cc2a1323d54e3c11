import { deadlineOf } from "@/lib/reports/deadlines/rules";
import type { EventInput } from "@/lib/reports/events/schema";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { peopleToUrge, waitingFor } from "@/lib/reports/urges/rules";
import { nextDue } from "@/lib/reviews/queue/rules";

/** 消息 for some people, with the address it leads to. Never carries text of the report. */
export interface Notice {
  userIds: string[];
  text: string;
  href: string;
  about: NoticeSubject;
}

/** What a mail or the gateway says of it besides. */
export interface NoticeSubject {
  bureauName: string;
  /** Null where it is about no report. */
  year: number | null;
  /** What waits for the person: 一审一校（初审）, 发布; null where nothing does. */
  step: string | null;
  /** ISO time of the end of the last day; null without a limit. */
  dueAt: string | null;
}

/** Who is told what after an event. */
export function noticesAfter(
  event: EventInput["event"],
  before: ReportSummary,
  after: ReportSummary,
  actor: { userId: string; name: string },
): Notice[] {
  const name = nameOf(after);
  const step = waitingFor(after)?.step ?? null;
  if (event === "urge") {
    const text = `${actor.name}催办：${name}等待您办理“${step}”，请尽快处理。`;
    return noticeTo(peopleToUrge(after, actor), after, text, step);
  }
  const submitter = after.round ? [after.round.openedById] : [];
  if (event === "return" || event === "reopen") {
    const text = `${name}被退回修改，请按意见修改后重新送审。`;
    return noticeTo(submitter, after, text, "修改后重新送审");
  }
  if (event === "publish") return noticeTo(submitter, after, `${name}已经发布。`, null);
  if (after.draft === "APPROVED" && before.draft !== "APPROVED") {
    return noticeTo(idsAsked(after), after, `${name}已审定，可以发布。`, "发布");
  }
  if (after.draft !== "IN_REVIEW") return [];
  if (event === "claim" || event === "handover") return noticesOfMove(before, after, actor);
  return noticeTo(newlyAsked(before, after), after, `${name}等待您审核。`, step);
}

/** Who got a step by 移交, and from whom it was taken by 认领; else who can take it now. */
function noticesOfMove(
  before: ReportSummary,
  after: ReportSummary,
  actor: { userId: string; name: string },
): Notice[] {
  const name = nameOf(after);
  const step = waitingFor(after)?.step ?? null;
  const moves = after.handovers.slice(before.handovers.length);
  const others = (ids: (string | null)[]) =>
    [...new Set(ids)].filter((id) => id !== null && id !== actor.userId) as string[];
  const got = others(moves.map((move) => move.toId));
  const lost = others(moves.map((move) => move.fromId));
  const open = newlyAsked(before, after).filter((id) => ![...got, ...lost].includes(id));
  return [
    ...noticeTo(got, after, `${actor.name}把${name}移交给您，等待您审核。`, step),
    ...noticeTo(lost, after, `${name}已经改由别人办理，您不用再审核。`, null),
    ...noticeTo(others(open), after, `${name}等待您审核。`, step),
  ];
}

/** A notice that leads to where each can do what waits: the review, or the report itself. */
function noticeTo(
  userIds: string[],
  report: ReportSummary,
  text: string,
  step: string | null,
): Notice[] {
  if (!userIds.length) return [];
  const place = report.draft === "IN_REVIEW" ? "reviews" : "reports";
  return [{ userIds, text, href: `/desk/${place}/${report.id}`, about: subjectOf(report, step) }];
}

function subjectOf(report: ReportSummary, step: string | null): NoticeSubject {
  const { bureauName, year } = report;
  return { bureauName, year, step, dueAt: step ? dueOf(report) : null };
}

/** 限办 of the steps that are asked now; outside a review the deadline of the year. */
function dueOf(report: ReportSummary): string | null {
  const { draft, live, year, identity } = report;
  if (draft !== "IN_REVIEW") {
    return live === "NONE" ? deadlineOf(year, identity.scope).toISOString() : null;
  }
  return nextDue(report)?.toISOString() ?? null;
}

/** People who can take a step now and could not before the event. */
function newlyAsked(before: ReportSummary, after: ReportSummary): string[] {
  const asked = before.draft === "IN_REVIEW" ? idsAsked(before) : [];
  return idsAsked(after).filter((userId) => !asked.includes(userId));
}

function idsAsked(report: ReportSummary): string[] {
  return waitingFor(report)?.userIds ?? [];
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
  const about = subjectOf(report, null);
  const notices = [
    { userIds: told.filter(isDrafter), text, href: `/desk/reports/${report.id}`, about },
    {
      userIds: told.filter((id) => !isDrafter(id)),
      text,
      href: `/desk/reviews/${report.id}`,
      about,
    },
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
