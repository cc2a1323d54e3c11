import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { hasRole } from "@/lib/auth/actor";
import { getMe } from "@/lib/auth/queries";
import type { Me } from "@/lib/auth/schema";
import { listSupervisedStates } from "@/lib/bureaus/queries";
import { db } from "@/lib/db";
import { listNotifications } from "@/lib/notifications/queries";
import { campaignYear, deadlineWords } from "@/lib/reports/deadlines/rules";
import { type Desk, deskCards, type ReportShelf } from "@/lib/reports/desk/rules";
import { listSummaries } from "@/lib/reports/facts/queries";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { listReports, listReportYears } from "@/lib/reports/queries";
import type { ListReportsInput } from "@/lib/reports/schema";
import { listToConfirm } from "@/lib/reviews/overrides/queries";
import { getQueue, listOfDuty, listWaiting } from "@/lib/reviews/queue/queries";
import { dutiesOf } from "@/lib/reviews/queue/rules";
import type { QueuePage, QueueQuery } from "@/lib/reviews/queue/schema";
import type { DraftState, Role } from "@/prisma/generated/enums";

/** A drafter also sees last year's, of which no draft is left. */
const allLanes: DraftState[] = ["DRAFT", "IN_REVIEW", "RETURNED", "APPROVED", "SCHEDULED", "IDLE"];

/** What waits for the actor; reads only what the roles held have a use for. */
export async function getDesk(actor: Actor, now: Date): Promise<Desk> {
  const holds = (...roles: Role[]) => actor.memberships.some((m) => roles.includes(m.role));
  const [me, reports, ready, waiting, notices, states, confirming] = await Promise.all([
    getMe(actor),
    holds("DRAFTER") ? listSummaries(actor, allLanes, now) : [],
    holds("PUBLISHER") ? listFor(actor, "PUBLISHER", ["APPROVED"]) : null,
    listWaiting(actor, { now, page: 1 }),
    listNotifications(actor),
    holds("SUPERVISOR") ? listSupervisedStates(actor, campaignYear(now), now) : null,
    holds("REVIEWER", "PUBLISHER") ? listToConfirm(actor, now) : [],
  ]);
  const year = campaignYear(now);
  const { words, overdue } = deadlineWords(year, now);
  return {
    bureauName: bureauNameOf(me),
    drafting: holds("DRAFTER")
      ? { cards: deskCards(actor, reports, now), missing: missingOf(me, reports, year) }
      : null,
    reviewing: waiting.count > 0 || holds("REVIEWER", "PROOFREADER") ? waiting : null,
    publishing: ready?.map(({ draft: _, ...report }) => report) ?? null,
    confirming,
    supervising: states && { year, deadline: words, overdue, states },
    isAuditor: hasRole(actor, null, "AUDITOR"),
    isAdministrator: holds("SYSTEM_ADMIN", "SECURITY_ADMIN"),
    notices,
  };
}

/** Bureaus of the drafter's that have not opened the report of the year. */
function missingOf(me: Me, reports: ReportSummary[], year: number) {
  const has = (bureau: string) =>
    reports.some(({ identity: i }) => i.bureau === bureau && i.year === year && i.scope === "own");
  return draftingBureaus(me)
    .filter(({ bureau }) => !has(bureau))
    .map((bureau) => ({ ...bureau, year }));
}

/** Reports in a lane, of the bureaus in which the actor has a role. */
async function listFor(actor: Actor, role: Role, drafts: DraftState[]) {
  const held = actor.memberships.filter((membership) => membership.role === role);
  const rows = await db.report.findMany({
    where: { bureauId: { in: held.flatMap((m) => m.bureauId ?? []) }, draft: { in: drafts } },
    orderBy: [{ year: "desc" }, { bureau: { position: "asc" } }, { id: "asc" }],
    select: { id: true, year: true, draft: true, bureau: { select: { name: true } } },
  });
  return rows.map(({ bureau, ...report }) => ({ ...report, bureauName: bureau.name }));
}

/** What waits for the actor in each role: to draft, to judge, to publish. */
export async function getTasks(actor: Actor, query: QueueQuery, now: Date) {
  const [{ queue, ofDuty }, drafting, ready, confirming] = await Promise.all([
    listQueues(actor, query, now),
    listFor(actor, "DRAFTER", ["DRAFT", "RETURNED"]),
    listFor(actor, "PUBLISHER", ["APPROVED"]),
    listToConfirm(actor, now),
  ]);
  const publishing = ready.map(({ draft: _, ...report }) => report);
  const { underway, done } = queue;
  const waiting = ofDuty ?? queue.waiting;
  const counts = { waiting: waiting.count, underway: underway.count };
  const lists = { waiting: waiting.items, underway: underway.items, done: done.items };
  return { ...lists, counts, drafting, publishing, confirming };
}

/** 年度报告: the reports the actor may see, by a filter. */
export async function getReportShelf(actor: Actor, filter: ListReportsInput): Promise<ReportShelf> {
  const [me, years, { items, nextCursor }] = await Promise.all([
    getMe(actor),
    listReportYears(actor),
    listReports(actor, filter),
  ]);
  return { bureauName: bureauNameOf(me), items, nextCursor, years, drafting: draftingBureaus(me) };
}

/** 审核待办 under the name of the bureau. */
export async function getQueuePage(actor: Actor, query: QueueQuery, now: Date) {
  const [me, queues] = await Promise.all([getMe(actor), listQueues(actor, query, now)]);
  return { bureauName: bureauNameOf(me), ...queues };
}

/** The queue of the actor, or of a duty that he has. */
async function listQueues(actor: Actor, { page, duty }: QueueQuery, now: Date): Promise<QueuePage> {
  const duties = dutiesOf(actor);
  const chosen = duties.find(({ key }) => key === duty) ?? null;
  const [queue, ofDuty] = await Promise.all([
    getQueue(actor, { now, page }),
    chosen && listOfDuty(actor, chosen, { now, page }),
  ]);
  return { queue, duties, ofDuty, chosen, page };
}

/** The bureau under whose name a person works; null for those of the installation. */
export function bureauNameOf(me: Me): string | null {
  return me.roles.find((role) => role.bureauName)?.bureauName ?? null;
}

function draftingBureaus(me: Me): { bureau: string; name: string }[] {
  return me.roles
    .filter((role) => role.role === "DRAFTER" && role.bureau !== null)
    .map((role) => ({ bureau: role.bureau ?? "", name: role.bureauName ?? "" }));
}
