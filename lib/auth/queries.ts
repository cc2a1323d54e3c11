import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Me } from "@/lib/auth/schema";
import { db } from "@/lib/db";

/** Who the actor is and which roles hold now. */
export async function getMe(actor: Actor): Promise<Me> {
  const ids = actor.memberships.flatMap((m) => m.bureauId ?? []);
  const bureaus = await db.bureau.findMany({
    where: { id: { in: ids } },
    select: { id: true, code: true, name: true },
  });
  const roles = actor.memberships.map(({ bureauId, role, level }) => {
    const bureau = bureaus.find((b) => b.id === bureauId);
    return { bureau: bureau?.code ?? null, bureauName: bureau?.name ?? null, role, level };
  });
  return { id: actor.userId, account: actor.account, name: actor.name, roles };
}
