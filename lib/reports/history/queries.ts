import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { fromContent, getFormat, type ReportContent } from "@/lib/format/content";
import {
  actsOf,
  answerEntries,
  clashEntry,
  cursorAfter,
  decisionEntry,
  type EditRow,
  editEntries,
  newestFirst,
  overrideEntries,
  publicationEntry,
  readDownTo,
  recallEntry,
  revisionEntry,
  stepLabels,
  urgeEntry,
  wideningEntry,
} from "@/lib/reports/history/rules";
import type { HistoryPage, HistoryQuery, HistorySlice } from "@/lib/reports/history/schema";
import { can, readableBureaus, visibleTo } from "@/lib/reports/policy";
import { changesBetween } from "@/lib/reports/revisions/rules";
import type { DiffQuery } from "@/lib/reports/revisions/schema";
import { isDrafting } from "@/lib/reports/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Rows of a kind on one page; of clashes fewer, because they carry texts. */
const LIMIT = 200;
const CLASHES = 50;

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
    ...publications.map(publicationEntry),
    ...overrides.flatMap(overrideEntries),
    ...urges.map(urgeEntry),
    ...clashes.map((clash) => clashEntry(getFormat(format), clash)),
    ...editEntries(saved.filter(isHere), revisions),
  ];
  return { items: entries.filter(isHere).toSorted(newestFirst), nextCursor: cursorAfter(end) };
}

const revisionFacts = {
  no: true,
  reason: true,
  name: true,
  contentHash: true,
  createdById: true,
  createdByName: true,
  createdAt: true,
} satisfies Prisma.RevisionSelect;

const answeredItem = {
  section: true,
  cell: true,
  words: true,
  answers: {
    orderBy: { at: "asc" },
    select: { kind: true, words: true, byName: true, at: true },
  },
} satisfies Prisma.ReviewItemSelect;

function factsBefore(before: Date) {
  const ofRevision = { revision: { select: { no: true } } };
  return {
    format: true,
    revisions: {
      where: { createdAt: { lt: before } },
      orderBy: { no: "desc" },
      take: LIMIT,
      select: { ...revisionFacts, amendments: { select: { section: true, reason: true } } },
    },
    rounds: {
      orderBy: { no: "desc" },
      select: {
        plan: true,
        openedByName: true,
        closedAt: true,
        outcome: true,
        ...ofRevision,
        decisions: { where: { kind: "RETURN" }, select: { items: { select: answeredItem } } },
      },
    },
    // As few as there are sections, for each return.
    widenings: { select: { section: true, reason: true, byName: true, at: true } },
    decisions: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: LIMIT,
      select: {
        step: true,
        kind: true,
        actorName: true,
        forName: true,
        opinion: true,
        contentHash: true,
        at: true,
        paperId: true,
        ...ofRevision,
        items: { select: { section: true, cell: true, words: true } },
      },
    },
    publications: {
      where: { publishedAt: { lt: before } },
      orderBy: { no: "desc" },
      take: LIMIT,
      select: {
        label: true,
        changeNote: true,
        publishedBy: true,
        publishedAt: true,
        contentHash: true,
        ...ofRevision,
      },
    },
    // As few as there are guards, for each text.
    overrides: {
      select: {
        guard: true,
        reason: true,
        byName: true,
        at: true,
        confirmation: { select: { byName: true, at: true } },
      },
    },
    urges: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: LIMIT,
      select: { step: true, byName: true, at: true },
    },
    clashes: {
      where: { at: { lt: before } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: CLASHES,
      select: {
        id: true,
        key: true,
        places: true,
        stored: true,
        refused: true,
        byName: true,
        at: true,
      },
    },
  } satisfies Prisma.ReportSelect;
}

/** Autosaves without their texts. */
function listEdits(actor: Actor, reportId: string, before: Date): Promise<EditRow[]> {
  return db.$queryRaw<EditRow[]>`
    SELECT h.key AS section, h."userId" AS by, u.name AS who, h.slot, h."savedAt" AS at
    FROM "SectionHistory" h JOIN "User" u ON u.id = h."userId" JOIN "Report" r ON r.id = h."reportId"
    WHERE h."reportId" = ${reportId}::uuid AND r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])
      AND h."savedAt" < ${before}
    ORDER BY h."savedAt" DESC, h.key, h."userId", h.slot LIMIT ${LIMIT}`;
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
