import { type Actor, hasRole } from "@/lib/auth/actor";

interface Lending {
  bureauId: string;
  /** Principal. */
  fromId: string;
}

/** A person sets and revokes his own deputies; for somebody who is away the administrator does. */
export function mayLend(actor: Actor, { bureauId, fromId }: Lending): boolean {
  return actor.userId === fromId || hasRole(actor, bureauId, "PUBLISHER");
}
