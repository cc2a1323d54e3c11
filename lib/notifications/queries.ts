import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { foldNotices } from "@/lib/notifications/rules";
import type { NoticeRow, NoticesQuery } from "@/lib/notifications/schema";

const SHOWN = 10;
/** Many of these may say the same. */
const READ = 100;
const PAGE = 50;
const COUNTED = 100;

const shown = { outboxId: true, text: true, href: true, createdAt: true, readAt: true } as const;

/** The actor's newest notices. */
export async function listNotifications(actor: Actor): Promise<NoticeRow[]> {
  const newest = await db.notification.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: "desc" },
    take: READ,
    select: shown,
  });
  return foldNotices(newest).slice(0, SHOWN);
}

/** The actor's notices, newest first, a page at a time; `nextCursor` is null on the last. */
export async function listNotices(
  actor: Actor,
  { cursor, unread }: NoticesQuery,
): Promise<{ items: NoticeRow[]; nextCursor: string | null }> {
  const { userId } = actor;
  const rows = await db.notification.findMany({
    where: { userId, ...(unread === "true" && { readAt: null }) },
    orderBy: [{ createdAt: "desc" }, { outboxId: "desc" }],
    take: PAGE + 1,
    ...(cursor && { cursor: { outboxId_userId: { outboxId: cursor, userId } }, skip: 1 }),
    select: shown,
  });
  const nextCursor = rows.length > PAGE ? (rows[PAGE - 1]?.outboxId ?? null) : null;
  return { items: foldNotices(rows.slice(0, PAGE)), nextCursor };
}

/** How many notices the actor has not read, each that says the same once; at most a hundred. */
export async function countUnread(actor: Actor): Promise<number> {
  const [row] = await db.$queryRaw<{ unread: number }[]>`
    SELECT count(*)::int AS unread FROM (
      SELECT DISTINCT href, text FROM "Notification"
      WHERE "userId" = ${actor.userId}::uuid AND "readAt" IS NULL LIMIT ${COUNTED}) said`;
  return row?.unread ?? 0;
}
