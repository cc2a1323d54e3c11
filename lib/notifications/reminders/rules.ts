import type { Notice } from "@/lib/notifications/rules";
import {
  clockWords,
  daysUntil,
  deadlineOf,
  dueWords,
  lastDayWords,
} from "@/lib/reports/deadlines/rules";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { peopleAskedFor } from "@/lib/reviews/people/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import { openStepRows } from "@/lib/reviews/queue/rules";
import type { DraftState, ReportScope } from "@/prisma/generated/enums";

/** A notice that is said once, however often somebody finds that it is time for it. */
export interface Reminder extends Notice {
  /** What must not be said twice: of what, to whom, at which mark. */
  key: string;
}

/** A bureau that has not sent a year's report on its way. */
export interface Unsent {
  bureauId: string;
  bureauName: string;
  scope: ReportScope;
  /** Null where it has not been opened. */
  reportId: string | null;
  draft: DraftState | null;
  drafterIds: string[];
}

/** Days before the deadline of a year, and negative after it, on which drafters are reminded. */
const yearMarks = [30, 7, 3, 1, 0, -1, -7, -14];
/** Nobody is reminded of what is overdue for longer. */
const LAST_DAY = -20;

/** Days before and after the last day of a step within which somebody is reminded, each day once. */
export const stepDays = { before: 1, after: 10 };

/** Nobody is woken: reminders leave from nine in the morning. */
export function isTimeToRemind(now: Date): boolean {
  return clockWords(now) >= "09:00";
}

/** 报送期限: each mark once to each drafter; a day on which nothing ran is made up for. */
export function yearReminders(unsent: Unsent[], year: number, now: Date): Reminder[] {
  return unsent.flatMap((bureau) => {
    const { bureauId, bureauName, scope, reportId, draft, drafterIds } = bureau;
    const end = deadlineOf(year, scope === "OWN" ? "own" : "area");
    const days = daysUntil(end, now);
    const mark = days < LAST_DAY ? undefined : yearMarks.findLast((one) => days <= one);
    if (mark === undefined) return [];
    const again = draft === "RETURNED" ? "重新" : "";
    const missing = reportId ? `还没有${again}送审` : "还没有开始编制";
    const title = `${bureauName}${year}年度报告${scope === "AREA" ? "（汇总）" : ""}`;
    const until = `${lastDayWords(end)}截止，${dueWords(end, now).words}`;
    const about = { bureauName, year, step: "填报送审", dueAt: end.toISOString() };
    return drafterIds.map((userId) => ({
      key: ["year", bureauId, year, scope, userId, mark].join("/"),
      userIds: [userId],
      text: `${title}${missing}（${until}）。`,
      href: reportId ? `/desk/reports/${reportId}` : "/desk",
      about,
    }));
  });
}

/** 限办 of open steps: those whose turn it is, each once a day, for all steps due on that day. */
export function stepReminders(reports: ReportSummary[], now: Date): Reminder[] {
  return reports.flatMap((report) => {
    const { id, bureauName, year, round } = report;
    return [...duties(report, now)].map(([duty, { userId, dueAt, labels }]) => {
      const step = labels.join("、");
      const until = `${lastDayWords(dueAt)}截止，${dueWords(dueAt, now).words}`;
      return {
        key: ["step", id, round?.no, duty, daysUntil(dueAt, now)].join("/"),
        userIds: [userId],
        text: `${bureauName}${year}年度报告等待您办理“${step}”（${until}）。`,
        href: `/desk/reviews/${id}`,
        about: { bureauName, year, step, dueAt: dueAt.toISOString() },
      };
    });
  });
}

interface DueDuty {
  userId: string;
  dueAt: Date;
  labels: string[];
}

/** What each person has to do by when, where that is near or over; by person and instant. */
function duties(report: ReportSummary, now: Date): Map<string, DueDuty> {
  const found = new Map<string, DueDuty>();
  const state = reviewState(report);
  for (const { step: key, dueAt } of openStepRows(report)) {
    const step = state && planSteps(state.plan).find((one) => one.key === key);
    if (!step || !dueAt || !isNear(daysUntil(dueAt, now))) continue;
    for (const { userId } of peopleAskedFor(step, state, report.holders)) {
      const duty = `${userId}/${dueAt.toISOString()}`;
      const labels = [...(found.get(duty)?.labels ?? []), step.label];
      found.set(duty, { userId, dueAt, labels });
    }
  }
  return found;
}

function isNear(days: number): boolean {
  return days <= stepDays.before && days >= -stepDays.after;
}
