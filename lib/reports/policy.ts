import { type Actor, hasRole } from "@/lib/auth/actor";
import { supervisingBureaus } from "@/lib/bureaus/policy";

export type ReportAction = "draft" | "publish";

const roleFor = { draft: "DRAFTER", publish: "PUBLISHER" } as const;

/** Whether the actor's roles in the report's bureau allow an action at all, in whatever state. */
export function can(actor: Actor, action: ReportAction, report: { bureauId: string }): boolean {
  return hasRole(actor, report.bureauId, roleFor[action]);
}

/** Bureaus whose reports the actor may read: the wall between bureaus. */
export function readableBureaus(actor: Actor): string[] {
  const bureaus = actor.memberships.map((m) => m.bureauId).filter((id) => id !== null);
  return [...new Set(bureaus)];
}

/**
 * The wall as a condition: one's own bureaus, and for a superior what was filed with it (报送审核).
 * What it leaves out answers as if it did not exist.
 */
export function visibleTo(actor: Actor) {
  const bureauId = { in: readableBureaus(actor) };
  const supervised = supervisingBureaus(actor);
  if (!supervised.length) return { bureauId };
  const supervisorId = { in: supervised };
  const filed = { bureau: { supervisorId }, rounds: { some: { filedAt: { not: null } } } };
  return { OR: [{ bureauId }, filed] };
}
