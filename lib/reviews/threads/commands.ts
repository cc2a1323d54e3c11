import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { getFormat } from "@/lib/format/content";
import { sendNotices } from "@/lib/notifications/commands";
import { noticesInThread, type ThreadAct } from "@/lib/notifications/rules";
import { loadSummary } from "@/lib/reports/facts/queries";
import { parseSection } from "@/lib/reports/facts/rules";
import { visibleTo } from "@/lib/reports/policy";
import { type Anchor, anchorOf } from "@/lib/reviews/passages/rules";
import { canResolve, canTalk } from "@/lib/reviews/threads/policy";
import { placeProblems } from "@/lib/reviews/threads/rules";
import type { OpenThreadInput, ResolutionInput } from "@/lib/reviews/threads/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { ThreadMessageKind } from "@/prisma/generated/enums";

/** More talk than this about one report, or in one thread, is read by nobody. */
const MAX_THREADS = 1000;
const MAX_MESSAGES = 200;

/**
 * Opens a thread on a section, cell or passage; answers its id.
 * @throws NOT_FOUND, FORBIDDEN, INVALID (no such place), CONFLICT (the quoted words are no longer
 *   in the stored text; too many threads)
 */
export async function openThread(
  actor: Actor,
  reportId: string,
  input: OpenThreadInput,
  now: Date,
): Promise<string> {
  const { section, cell, mustResolve, words } = input;
  const report = await talkedReport(actor, reportId, section);
  const problems = placeProblems(getFormat(report.format), section, cell);
  if (problems.length) throw new AppError("INVALID", problems);
  const quote = quoted(report, input);
  if (report._count.threads >= MAX_THREADS) {
    throw new AppError("CONFLICT", [`这份报告的批注已有${MAX_THREADS}条，请在已有的批注中回复。`]);
  }
  const opened = { openedById: actor.userId, openedByName: actor.name, openedAt: now };
  return db.$transaction(async (tx) => {
    const { id } = await tx.thread.create({
      data: {
        reportId,
        section,
        cell: cell ?? null,
        ...(quote && { quote: { ...quote } }),
        mustResolve,
        ...opened,
        messages: { create: messageOf(actor, "SAID", words, now) },
      },
      select: { id: true },
    });
    await tell(tx, actor, reportId, { kind: "opened", mustResolve, talkers: [] }, now);
    return id;
  });
}

/** Tells people that something was said; never what. */
async function tell(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
  act: Omit<ThreadAct, "actorId">,
  now: Date,
): Promise<void> {
  const report = await loadSummary(tx, actor, reportId, now);
  await sendNotices(tx, noticesInThread(report, { ...act, actorId: actor.userId }), now);
}

async function talkedReport(actor: Actor, reportId: string, section: string) {
  const report = await db.report.findFirst({
    where: { id: reportId, ...visibleTo(actor) },
    select: {
      bureauId: true,
      format: true,
      sections: { where: { key: section }, select: { content: true } },
      _count: { select: { threads: true } },
    },
  });
  if (!report) throw notFoundError();
  if (!canTalk(actor, report)) throw silenced();
  return report;
}

function silenced(): AppError {
  return new AppError("FORBIDDEN", ["只有本单位的拟稿人、审核人和校对人可以批注。"]);
}

function quoted(
  report: { format: string; sections: { content: string }[] },
  { section, quote }: OpenThreadInput,
): Anchor | null {
  if (!quote) return null;
  const [stored] = report.sections;
  const content = stored && parseSection(getFormat(report.format), section, stored.content);
  const paragraphs = content?.kind === "prose" ? content.paragraphs : (content?.notes ?? []);
  const anchor = anchorOf(paragraphs, quote);
  if (anchor) return anchor;
  throw new AppError("CONFLICT", [
    "已保存的文稿里没有您选取的这段文字（可能刚被改过），请刷新页面后重新选取。",
  ]);
}

/** Replies in a thread, resolved or not. @throws NOT_FOUND, FORBIDDEN, CONFLICT (too long a talk) */
export async function replyInThread(
  actor: Actor,
  { reportId, threadId, words }: { reportId: string; threadId: string; words: string },
  now: Date,
): Promise<void> {
  const thread = await findTalk(actor, reportId, threadId);
  if (!canTalk(actor, thread.report)) throw silenced();
  if (thread.messages.length >= MAX_MESSAGES) {
    throw new AppError("CONFLICT", [`这条批注已有${MAX_MESSAGES}次往来，请另开一条。`]);
  }
  const data = { ...messageOf(actor, "SAID", words, now), threadId };
  await db.$transaction(async (tx) => {
    await tx.threadMessage.create({ data, select: { id: true } });
    await tell(tx, actor, reportId, { kind: "replied", ...talkOf(thread) }, now);
  });
}

/**
 * Resolves or reopens a thread; both stay in its talk.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (it already is)
 */
export async function setResolution(
  actor: Actor,
  {
    reportId,
    threadId,
    resolved,
    words = "",
  }: ResolutionInput & { reportId: string; threadId: string },
  now: Date,
): Promise<void> {
  const thread = await findTalk(actor, reportId, threadId);
  if (!canResolve(actor, thread.report, thread)) {
    throw new AppError("FORBIDDEN", [
      "批注由提出人，或者本单位的审核人、校对人标为已解决或重新打开。",
    ]);
  }
  const by = { resolvedById: actor.userId, resolvedByName: actor.name, resolvedAt: now };
  const open = { resolvedById: null, resolvedByName: null, resolvedAt: null };
  await db.$transaction(async (tx) => {
    const { count } = await tx.thread.updateMany({
      where: { id: threadId, resolvedAt: resolved ? null : { not: null } },
      data: resolved ? by : open,
    });
    if (!count) {
      throw new AppError("CONFLICT", [
        `这条批注${resolved ? "已经解决" : "没有解决"}，请刷新页面。`,
      ]);
    }
    const kind = resolved ? "RESOLVED" : "REOPENED";
    const data = { ...messageOf(actor, kind, words, now), threadId };
    await tx.threadMessage.create({ data, select: { id: true } });
    const act = { kind: resolved ? ("resolved" as const) : ("reopened" as const) };
    await tell(tx, actor, reportId, { ...act, ...talkOf(thread) }, now);
  });
}

async function findTalk(actor: Actor, reportId: string, id: string) {
  const thread = await db.thread.findFirst({
    where: { id, reportId, report: visibleTo(actor) },
    select: {
      openedById: true,
      mustResolve: true,
      report: { select: { bureauId: true } },
      messages: { select: { byId: true } },
    },
  });
  if (!thread) throw notFoundError();
  return thread;
}

function talkOf({ mustResolve, messages }: Awaited<ReturnType<typeof findTalk>>) {
  return { mustResolve, talkers: messages.map(({ byId }) => byId) };
}

function messageOf(actor: Actor, kind: ThreadMessageKind, words: string, at: Date) {
  return { kind, words, byId: actor.userId, byName: actor.name, at };
}
