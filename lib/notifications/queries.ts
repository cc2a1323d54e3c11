import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { foldNotices } from "@/lib/notifications/rules";

const SHOWN = 10;
/** Many of these may say the same. */
const READ = 100;

/** The actor's newest notices. */
export async function listNotifications(actor: Actor) {
  const newest = await db.notification.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: "desc" },
    take: READ,
    select: { outboxId: true, text: true, href: true, createdAt: true },
  });
  return foldNotices(newest).slice(0, SHOWN);
}
