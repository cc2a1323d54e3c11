import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";

const SHOWN = 10;

/** The actor's newest notices. */
export async function listNotifications(actor: Actor) {
  return db.notification.findMany({
    where: { userId: actor.userId },
    orderBy: { createdAt: "desc" },
    take: SHOWN,
    select: { outboxId: true, text: true, href: true, createdAt: true },
  });
}
