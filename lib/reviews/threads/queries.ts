import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { getFormat } from "@/lib/format/content";
import { parseSection } from "@/lib/reports/facts/rules";
import { visibleTo } from "@/lib/reports/policy";
import { type Anchor, findPassage } from "@/lib/reviews/passages/rules";
import { canResolve, canTalk } from "@/lib/reviews/threads/policy";
import type { ThreadPage, ThreadsQuery, ThreadView } from "@/lib/reviews/threads/schema";
import type { Prisma } from "@/prisma/generated/client";

const shown = {
  id: true,
  section: true,
  cell: true,
  quote: true,
  mustResolve: true,
  openedById: true,
  openedByName: true,
  openedAt: true,
  resolvedByName: true,
  resolvedAt: true,
  messages: {
    select: { id: true, kind: true, words: true, byName: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.ThreadSelect;

const ofReport = {
  bureauId: true,
  format: true,
  sections: { select: { key: true, content: true } },
} satisfies Prisma.ReportSelect;

type ThreadRow = Prisma.ThreadGetPayload<{ select: typeof shown }>;
type TalkedReport = Prisma.ReportGetPayload<{ select: typeof ofReport }>;

/**
 * A page of a report's threads, newest first, each passage where it stands in the present text.
 * @throws NOT_FOUND; INVALID for a cursor that no page of this report gave
 */
export async function listThreads(
  actor: Actor,
  reportId: string,
  { state, limit, cursor }: ThreadsQuery,
): Promise<ThreadPage> {
  const known =
    cursor === undefined ? 1 : await db.thread.count({ where: { id: cursor, reportId } });
  const states = { open: { resolvedAt: null }, resolved: { resolvedAt: { not: null } }, all: {} };
  const report = await db.report.findFirst({
    where: { id: reportId, ...visibleTo(actor) },
    select: {
      ...ofReport,
      _count: { select: { threads: { where: { resolvedAt: null } } } },
      threads: {
        where: { ...states[state], ...(cursor && { id: { lt: cursor } }) },
        orderBy: { id: "desc" },
        take: limit + 1,
        select: shown,
      },
    },
  });
  if (!report) throw notFoundError();
  if (!known) throw new AppError("INVALID", ["cursor：不是上一页给出的游标。"]);
  const rows = report.threads.slice(0, limit);
  return {
    items: rows.map((row) => viewOf(row, report, actor)),
    nextCursor: report.threads.length > limit ? (rows.at(-1)?.id ?? null) : null,
    open: report._count.threads,
    canTalk: canTalk(actor, report),
  };
}

/** One thread of a report. @throws NOT_FOUND */
export async function getThread(actor: Actor, reportId: string, id: string): Promise<ThreadView> {
  const row = await db.thread.findFirst({
    where: { id, reportId, report: visibleTo(actor) },
    select: { ...shown, report: { select: ofReport } },
  });
  if (!row) throw notFoundError();
  const { report, ...thread } = row;
  return viewOf(thread, report, actor);
}

function viewOf(row: ThreadRow, report: TalkedReport, actor: Actor): ThreadView {
  const { openedById, quote, openedAt, resolvedAt, messages, ...rest } = row;
  const anchor = quote as Anchor | null;
  return {
    ...rest,
    openedAt: openedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    messages: messages.map(({ at, ...said }) => ({ ...said, at: at.toISOString() })),
    quote: anchor && {
      text: anchor.text,
      place: findPassage(paragraphsIn(report, row.section), anchor),
    },
    canResolve: canResolve(actor, report, { openedById }),
  };
}

function paragraphsIn({ format, sections }: TalkedReport, key: string): string[] {
  const stored = sections.find((section) => section.key === key);
  if (!stored) return [];
  const content = parseSection(getFormat(format), key, stored.content);
  return content.kind === "prose" ? content.paragraphs : content.notes;
}
