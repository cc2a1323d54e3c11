import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { fromContent, getFormat, type ReportContent } from "@/lib/format/content";
import {
  actsOf,
  clashEntry,
  cursorAfter,
  decisionEntry,
  editEntries,
  newestFirst,
  publicationEntry,
  readDownTo,
  recallEntry,
  revisionEntry,
  stepLabels,
} from "@/lib/reports/history/rules";
import type { HistoryPage, HistoryQuery, HistorySlice } from "@/lib/reports/history/schema";
import {
  answerEntries,
  handoverEntries,
  overrideEntries,
  urgeEntry,
  wideningEntry,
} from "@/lib/reports/history-entries/rules";
import {
  CLASHES,
  factsBefore,
  LIMIT,
  listEdits,
  revisionFacts,
} from "@/lib/reports/history-rows/queries";
import { can, visibleTo } from "@/lib/reports/policy";
import { changesBetween } from "@/lib/reports/revisions/rules";
import type { DiffQuery } from "@/lib/reports/revisions/schema";
import { isDrafting } from "@/lib/reports/rules";

/** Later than any instant that is stored. */
const NEWEST = new Date("9999-12-31T00:00:00Z");

/**
 * What happened to a report, newest first: its facts, and between two 稿 what each person saved.
 * Two statements, however long the history is. @throws NOT_FOUND
 */
export async function getHistory(
  actor: Actor,
  reportId: string,
  { cursor }: HistoryQuery = {},
): Promise<HistorySlice> {
  const before = cursor ? new Date(cursor) : NEWEST;
  const [report, saved] = await Promise.all([
    db.report.findFirst({
      where: { id: reportId, ...visibleTo(actor) },
      select: factsBefore(before),
    }),
    listEdits(actor, reportId, before),
  ]);
  if (!report) throw notFoundError();
  const { format, revisions, rounds, decisions, publications, clashes, overrides, urges } = report;
  const returns = rounds.flatMap((round) => round.decisions);
  const end = readDownTo([
    { at: revisions.map(({ createdAt }) => createdAt), limit: LIMIT },
    { at: decisions.map(({ at }) => at), limit: LIMIT },
    { at: publications.map(({ publishedAt }) => publishedAt), limit: LIMIT },
    { at: clashes.map(({ at }) => at), limit: CLASHES },
    { at: urges.map(({ at }) => at), limit: LIMIT },
    { at: saved.map(({ at }) => at), limit: LIMIT },
  ]);
  const isHere = ({ at }: { at: Date }) => at < before && (!end || at > end);
  const labels = stepLabels(rounds.map((round) => JSON.parse(round.plan)));
  const entries = [
    // Of one instant what was decided is newer than the 稿 that it was decided about.
    ...actsOf(decisions.map((decision) => decisionEntry(decision, labels))),
    ...revisions.map(revisionEntry),
    ...rounds.filter((round) => round.outcome === "RECALLED").map(recallEntry),
    ...returns.flatMap(answerEntries),
    ...report.widenings.map(wideningEntry),
    ...handoverEntries(
      rounds.flatMap((round) => round.handovers),
      labels,
    ),
    ...publications.map(publicationEntry),
    ...overrides.flatMap(overrideEntries),
    ...urges.map(urgeEntry),
    ...clashes.map((clash) => clashEntry(getFormat(format), clash)),
    ...editEntries(saved.filter(isHere), revisions),
  ];
  return { items: entries.filter(isHere).toSorted(newestFirst), nextCursor: cursorAfter(end) };
}

/** The history of a report, with two of its 稿 compared. @throws NOT_FOUND */
export async function getHistoryPage(
  actor: Actor,
  reportId: string,
  chosen: DiffQuery | null,
  asked: HistoryQuery,
): Promise<HistoryPage> {
  const nos = chosen ? [chosen.from, chosen.to] : [];
  const where = { id: reportId, ...visibleTo(actor) };
  const [report, history, contents] = await Promise.all([
    db.report.findFirst({
      where,
      select: {
        year: true,
        version: true,
        draft: true,
        bureauId: true,
        format: true,
        bureau: { select: { name: true } },
        revisions: { select: revisionFacts, orderBy: { no: "desc" } },
      },
    }),
    getHistory(actor, reportId, asked),
    db.revision.findMany({
      where: { reportId, no: { in: nos }, report: visibleTo(actor) },
      select: { no: true, content: true },
    }),
  ]);
  if (!report) throw notFoundError();
  const { year, version, format, bureau } = report;
  const canEdit = can(actor, "draft", report) && isDrafting(report.draft);
  const [before, after] = nos.map((no) => contents.find((revision) => revision.no === no));
  const changes =
    before && after
      ? changesBetween(getFormat(format), sectionsIn(before), sectionsIn(after))
      : null;
  const head = { bureauName: bureau.name, year, version, canEdit, format };
  return { ...head, history, revisions: report.revisions.map(revisionEntry), changes };
}

function sectionsIn({ content }: { content: string }) {
  return fromContent(JSON.parse(content) as ReportContent);
}
