import type { Role } from "@/prisma/generated/enums";

export interface ActorMembership {
  /** Null for a role in the installation. */
  bureauId: string | null;
  role: Role;
  level: number | null;
}

/** A role of somebody for whom a person acts as deputy. */
export interface LentRole extends ActorMembership {
  /** Whose role it is. */
  forId: string;
}

declare const proof: unique symbol;

/**
 * A person whose account, session and roles were read from the database for
 * this very request. Only `lib/auth` makes one; holding it is the proof.
 */
export interface Actor {
  readonly [proof]: true;
  userId: string;
  account: string;
  name: string;
  /** The roles that hold now. */
  memberships: ActorMembership[];
  /** 代: roles of others that the person may use now; they give no rights but to judge. */
  lent: LentRole[];
}

/** Whether the actor holds a role in a bureau now. */
export function hasRole(actor: Actor, bureauId: string | null, role: Role): boolean {
  return actor.memberships.some((m) => m.bureauId === bureauId && m.role === role);
}
