import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { openChannels } from "@/lib/jobs/deliveries";
import type { Settings } from "@/lib/notifications/settings/schema";

/** 消息设置 of the actor. */
export async function getSettings(actor: Actor): Promise<Settings> {
  const settings = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { email: true, phone: true, byMail: true, byGateway: true },
  });
  const open = openChannels();
  const channels = { mail: open.includes("MAIL"), gateway: open.includes("GATEWAY") };
  return { ...settings, channels };
}
