import { type Actor, hasRole } from "@/lib/auth/actor";
import { readableBureaus } from "@/lib/reports/policy";

/** The bureau's 发布管理员 keeps its plans and chooses among them. */
export function keepsPlansOf(actor: Actor, bureauId: string): boolean {
  return hasRole(actor, bureauId, "PUBLISHER");
}

/** A ready-made plan is nobody's to change. */
export function mayEditPlan(actor: Actor, { bureauId }: { bureauId: string | null }): boolean {
  return bureauId !== null && keepsPlansOf(actor, bureauId);
}

/** The wall as a condition: ready-made plans, and those of the actor's own bureaus. */
export function visiblePlans(actor: Actor) {
  const own = { bureauId: { in: readableBureaus(actor) } };
  return { deletedAt: null, OR: [{ bureauId: null }, own] };
}
