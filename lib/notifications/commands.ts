import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { Reminder } from "@/lib/notifications/reminders/rules";
import type { Notice } from "@/lib/notifications/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Puts notices into the outbox, in the transaction of the fact that they tell of. */
export async function sendNotices(
  tx: Prisma.TransactionClient,
  notices: Notice[],
  now: Date,
): Promise<void> {
  if (!notices.length) return;
  await tx.outboxItem.createMany({ data: notices.map((notice) => itemOf(notice, now)) });
}

/** Puts reminders into the outbox; those that were there before are passed over. @returns how many are new */
export async function sendReminders(reminders: Reminder[], now: Date): Promise<number> {
  if (!reminders.length) return 0;
  const data = reminders.map(({ key, ...notice }) => ({ ...itemOf(notice, now), key }));
  const { count } = await db.outboxItem.createMany({ data, skipDuplicates: true });
  return count;
}

function itemOf({ about, ...notice }: Notice, now: Date) {
  return { kind: "notice", payload: { ...notice, about: { ...about } }, createdAt: now };
}

/** Marks a notice as read, and what said the same of the same page before; without an id, all. */
export async function markRead(actor: Actor, id: string | undefined, now: Date): Promise<void> {
  const mine = { userId: actor.userId, readAt: null };
  if (!id) {
    await db.notification.updateMany({ where: mine, data: { readAt: now } });
    return;
  }
  await db.$executeRaw`
    UPDATE "Notification" n SET "readAt" = ${now} FROM "Notification" said
    WHERE said."outboxId" = ${id}::uuid AND said."userId" = ${actor.userId}::uuid
      AND n."userId" = said."userId" AND n.href = said.href AND n.text = said.text
      AND n."createdAt" <= said."createdAt" AND n."readAt" IS NULL`;
}
