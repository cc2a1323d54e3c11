import type { Actor } from "@/lib/auth/actor";
import type { SupervisedState } from "@/lib/bureaus/rules";
import type { NoticeRow } from "@/lib/notifications/schema";
import { publicPath } from "@/lib/publications/rules";
import { campaignYear, type Due, deadlineWords, dueWords } from "@/lib/reports/deadlines/rules";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { can } from "@/lib/reports/policy";
import { returnedItems, reviewState } from "@/lib/reports/rules";
import type { OverrideMark } from "@/lib/reviews/overrides/rules";
import { peopleAsked } from "@/lib/reviews/people/rules";
import { nextDue } from "@/lib/reviews/queue/rules";
import type { QueueSlice } from "@/lib/reviews/queue/schema";
import { currentStage, signedName } from "@/lib/reviews/rules";
import type { DraftState, LiveState } from "@/prisma/generated/enums";

/** A report of the drafter's, with the one thing to do next. */
export interface DeskCard {
  id: string;
  bureauName: string;
  year: number;
  scope: "own" | "area";
  draft: DraftState;
  live: LiveState;
  /** Null once the report is public. */
  deadline: { words: string; overdue: boolean } | null;
  /** Where it is now: 一审一校（初审）, 王秉文. */
  place: string[];
  /** Of the step that is due first; null where none has 限办. */
  stepDue: Due | null;
  next: { label: string; href: string };
  lastYear: PublishedYear | null;
}

export interface PublishedYear {
  year: number;
  /** The public page. */
  href: string;
  /** ISO time. */
  publishedAt: string;
}

/** A report that waits for a publisher. */
export interface WaitingReport {
  id: string;
  bureauName: string;
  year: number;
}

/** What waits for one person, by role; null where the role is not held. */
export interface Desk {
  bureauName: string | null;
  drafting: { cards: DeskCard[]; missing: { bureau: string; name: string; year: number }[] } | null;
  reviewing: QueueSlice | null;
  publishing: WaitingReport[] | null;
  /** 例外 that he may confirm. */
  confirming: (WaitingReport & { overrides: OverrideMark[] })[];
  supervising: {
    year: number;
    deadline: string;
    overdue: boolean;
    states: SupervisedState[];
  } | null;
  isAuditor: boolean;
  isAdministrator: boolean;
  notices: NoticeRow[];
}

/** 年度报告: the list with what its filter and 新建 offer. */
export interface ReportShelf {
  bureauName: string | null;
  items: ShelfItem[];
  nextCursor: string | null;
  years: number[];
  /** Bureaus in which the actor drafts. */
  drafting: { bureau: string; name: string }[];
}

export interface ShelfItem {
  id: string;
  bureau: string;
  bureauName: string;
  year: number;
  scope: "own" | "area";
  draft: DraftState;
  live: LiveState;
}

/** The drafter's open reports, newest year first, and this year's even when nothing is open. */
export function deskCards(actor: Actor, reports: ReportSummary[], now: Date): DeskCard[] {
  const mine = reports.filter((report) => can(actor, "draft", report));
  return mine
    .filter((report) => report.draft !== "IDLE" || report.year === campaignYear(now))
    .map((report) => ({
      id: report.id,
      bureauName: report.bureauName,
      year: report.year,
      scope: report.identity.scope,
      draft: report.draft,
      live: report.live,
      deadline:
        report.live === "NONE" ? deadlineWords(report.year, now, report.identity.scope) : null,
      place: placeOf(report),
      stepDue: stepDueOf(report, now),
      next: nextStep(report),
      lastYear: lastYearOf(report, mine),
    }));
}

function stepDueOf(report: ReportSummary, now: Date): Due | null {
  const end = nextDue(report);
  return end && dueWords(end, now);
}

function placeOf(report: ReportSummary): string[] {
  if (report.draft === "APPROVED") return ["等待发布管理员发布"];
  if (report.draft === "RETURNED") return returnOf(report);
  const state = report.draft === "IN_REVIEW" ? reviewState(report) : null;
  if (!state) return [];
  const names = peopleAsked(state, report.holders).map((holder) =>
    signedName(holder.name, holder.forName),
  );
  const stage = currentStage(state)?.label;
  return [...(stage ? [stage] : []), namesInShort(names)];
}

function returnOf({ decisions }: ReportSummary): string[] {
  const last = decisions.findLast((decision) => decision.kind === "RETURN");
  if (!last) return [];
  const items = returnedItems(decisions).length;
  return [`${signedName(last.actorName, last.forName)}退回`, ...(items ? [`${items} 处意见`] : [])];
}

/** 王秉文、穆海峰等 4 人 */
function namesInShort(names: string[]): string {
  if (names.length === 0) return "没有人可以承担，请联系管理员";
  const shown = names.slice(0, 3).join("、");
  return names.length > 3 ? `${shown}等 ${names.length} 人` : shown;
}

const nextWords: Record<DraftState, string> = {
  DRAFT: "继续填报",
  RETURNED: "按意见修改",
  IN_REVIEW: "查看",
  APPROVED: "查看",
  SCHEDULED: "查看",
  IDLE: "查看",
};

function nextStep({ id, draft, lastEditorId }: ReportSummary) {
  const untouched = draft === "DRAFT" && lastEditorId === null;
  return { label: untouched ? "开始填报" : nextWords[draft], href: `/desk/reports/${id}` };
}

function lastYearOf(report: ReportSummary, reports: ReportSummary[]): PublishedYear | null {
  const { bureau, scope, year } = report.identity;
  const before = reports.find(
    ({ identity, live }) =>
      live === "LIVE" &&
      identity.bureau === bureau &&
      identity.scope === scope &&
      identity.year === year - 1,
  );
  if (!before?.publication) return null;
  const href = publicPath(bureau, before.year, scope === "own" ? "OWN" : "AREA");
  return { year: before.year, href, publishedAt: before.publication.publishedAt };
}
