import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import type { SettingsInput } from "@/lib/notifications/settings/schema";

/** Changes where the actor is told. The log says so without the address or the number. */
export async function changeSettings(
  actor: Actor,
  settings: SettingsInput,
  now: Date,
): Promise<void> {
  const { email, phone, byMail, byGateway } = settings;
  await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: settings });
    const who = { id: actor.userId, name: actor.name };
    const data = { mail: email !== null && byMail, gateway: phone !== null && byGateway };
    const entry = { chain: INSTALLATION, actor: who, subject: actor.account, data };
    await appendAudit(tx, { ...entry, type: "contact-changed" }, now);
  });
}
