import "server-only";
import type { Actor, ActorMembership, LentRole } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/cookie";
import { SESSION_IDLE_MS, SESSION_TOUCH_MS } from "@/lib/auth/limits";
import { hashToken } from "@/lib/auth/tokens";
import { db } from "@/lib/db";
import { isId } from "@/lib/input";
import { Prisma } from "@/prisma/generated/client";

/** What a request brings to say who sends it. */
export interface Presented {
  /** Value of the session cookie. */
  cookie: string | undefined;
  /** The `Authorization` header; it alone counts where there is one. */
  authorization: string | null;
}

/** Who sends a request; null where that cannot be told. One statement. */
export async function identify(presented: Presented, now: Date): Promise<Actor | null> {
  if (presented.authorization !== null) {
    const token = /^Bearer ([\w-]{1,128})$/i.exec(presented.authorization)?.[1];
    return token ? actorOfToken(token, now) : null;
  }
  const sessionId = presented.cookie ? await openSession(presented.cookie) : null;
  return sessionId ? actorOfSession(sessionId, now) : null;
}

/**
 * The person of a session that is neither revoked, ended nor left idle, with the
 * roles that hold now. Notes that the session was seen, at most once a minute.
 */
export async function actorOfSession(sessionId: string, now: Date): Promise<Actor | null> {
  if (!isId(sessionId)) return null;
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS);
  const touchedBefore = new Date(now.getTime() - SESSION_TOUCH_MS);
  return readActor(Prisma.sql`
    WITH live AS (
      SELECT s.id, s."userId" FROM "Session" s
      WHERE s.id = ${sessionId}::uuid AND s."revokedAt" IS NULL
        AND s."expiresAt" > ${now}::timestamptz AND s."lastSeenAt" > ${idleSince}::timestamptz
    ), touched AS (
      UPDATE "Session" t SET "lastSeenAt" = ${now}::timestamptz FROM live
      WHERE t.id = live.id AND t."lastSeenAt" <= ${touchedBefore}::timestamptz
    )
    ${personOf(Prisma.sql`live`, now)}`);
}

/** The person of a bearer token that is neither revoked nor ended. */
export async function actorOfToken(token: string, now: Date): Promise<Actor | null> {
  return readActor(Prisma.sql`
    WITH live AS (
      SELECT t."userId" FROM "ApiToken" t
      WHERE t."tokenHash" = ${hashToken(token)} AND t."revokedAt" IS NULL
        AND t."expiresAt" > ${now}::timestamptz
    )
    ${personOf(Prisma.sql`live`, now)}`);
}

function personOf(live: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id AS "userId", u.account, u.name, coalesce((
      SELECT json_agg(json_build_object('bureauId', m."bureauId", 'role', m.role, 'level', m.level)
        ORDER BY m.id)
      FROM "Membership" m
      WHERE m."userId" = u.id AND m."from" <= ${now}::timestamptz
        AND (m.until IS NULL OR m.until > ${now}::timestamptz)
    ), '[]') AS memberships, coalesce((
      SELECT json_agg(json_build_object('bureauId', h."bureauId", 'role', h.role, 'level', h.level,
        'forId', h."forId") ORDER BY h."forId", h.role, h.level)
      FROM held_roles(${now}) h WHERE h."userId" = u.id AND h."forId" IS NOT NULL
    ), '[]') AS lent
    FROM ${live} JOIN "User" u ON u.id = live."userId"
    WHERE u."disabledAt" IS NULL`;
}

interface ActorRow {
  userId: string;
  account: string;
  name: string;
  memberships: ActorMembership[];
  lent: LentRole[];
}

async function readActor(query: Prisma.Sql): Promise<Actor | null> {
  const [row] = await db.$queryRaw<ActorRow[]>(query);
  // The one place where the proof is given.
  return row ? (row as Actor) : null;
}
