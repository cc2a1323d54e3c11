import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { mayLend } from "@/lib/reviews/delegations/policy";
import { delegationState, lendableRoles } from "@/lib/reviews/delegations/rules";
import type { DelegationItem, DelegationOffer } from "@/lib/reviews/delegations/schema";

const SHOWN = 100;

const person = { select: { id: true, name: true } } as const;

/** 代理 that concern the actor, newest first: his own, for others, and of bureaus he administers. */
export async function listDelegations(actor: Actor, now: Date): Promise<DelegationItem[]> {
  const me = actor.userId;
  const publishes = actor.memberships.filter(({ role }) => role === "PUBLISHER");
  const bureauId = { in: publishes.flatMap((m) => m.bureauId ?? []) };
  const rows = await db.delegation.findMany({
    where: { OR: [{ fromId: me }, { toId: me }, { bureauId }] },
    orderBy: [{ until: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: {
      id: true,
      bureauId: true,
      fromId: true,
      from: true,
      until: true,
      reason: true,
      revokedAt: true,
      bureau: { select: { name: true } },
      principal: person,
      deputy: person,
    },
  });
  return rows.map(({ bureau, bureauId, fromId, revokedAt, ...row }) => {
    const state = delegationState({ ...row, revokedAt }, now);
    const isOpen = state === "coming" || state === "running";
    const canRevoke = isOpen && mayLend(actor, { bureauId, fromId });
    return { ...row, bureauName: bureau.name, state, canRevoke };
  });
}

/** Where the actor may set deputies: for himself, and as administrator for all his bureau's. */
export async function listDelegationOffers(actor: Actor, now: Date): Promise<DelegationOffer[]> {
  const ids = actor.memberships.flatMap((m) => m.bureauId ?? []);
  const holding = { from: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] };
  const bureaus = await db.bureau.findMany({
    where: { id: { in: ids } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      name: true,
      memberships: {
        where: { ...holding, user: { disabledAt: null } },
        orderBy: { id: "asc" },
        select: { role: true, user: person },
      },
    },
  });
  const offers = bureaus.map(({ id, code, name, memberships }) => {
    const people = [...new Map(memberships.map(({ user }) => [user.id, user])).values()];
    const lends = ({ id: fromId }: { id: string }) =>
      mayLend(actor, { bureauId: id, fromId }) &&
      memberships.some(({ user, role }) => user.id === fromId && lendableRoles.includes(role));
    return { bureau: code, bureauName: name, principals: people.filter(lends), people };
  });
  return offers.filter((offer) => offer.principals.length > 0);
}
