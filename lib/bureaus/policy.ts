import type { Actor } from "@/lib/auth/actor";

/** Bureaus in whose name the actor, or for whom he acts, sees the state of those below them. */
export function supervisingBureaus(actor: Actor): string[] {
  const held = [...actor.memberships, ...actor.lent].filter((m) => m.role === "SUPERVISOR");
  return held.map((m) => m.bureauId).filter((id) => id !== null);
}
