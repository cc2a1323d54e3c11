import "server-only";
import { db } from "@/lib/db";
import type { Holder } from "@/lib/reviews/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * Everybody with a role in the bureau, its superior's people for 报送审核, and the deputies of them
 * all; a deputy has what his principal holds now, and nothing that is lent to the principal. Json
 * of `Holder`s of the bureau `b` of the statement around it.
 */
export function holdersOfBureau(now: Date): Prisma.Sql {
  return Prisma.sql`(
    WITH held AS (
      SELECT m."userId", u.name, m.role, m.level
      FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      WHERE u."disabledAt" IS NULL AND m."from" <= ${now} AND (m.until IS NULL OR m.until > ${now})
        AND m."bureauId" = CASE m.role WHEN 'SUPERVISOR' THEN b."supervisorId" ELSE b.id END
        AND m."bureauId" IN (b.id, b."supervisorId")
    )
    SELECT coalesce(json_agg(x), '[]') FROM (
      SELECT "userId", name, role, level, NULL::uuid AS "forId", NULL::text AS "forName" FROM held
      UNION ALL
      SELECT u.id, u.name, held.role, held.level, held."userId", held.name
      FROM held JOIN "Delegation" d ON d."fromId" = held."userId" JOIN "User" u ON u.id = d."toId"
      WHERE d."from" <= ${now} AND d.until > ${now} AND d."revokedAt" IS NULL
        AND u."disabledAt" IS NULL AND held.role IN ('REVIEWER', 'PROOFREADER', 'SUPERVISOR')
        AND d."bureauId" IN (b.id, b."supervisorId")
    ) x)`;
}

/** What everybody holds now in each of some bureaus, as the evaluator is told it; by bureau. */
export async function listHolders(bureauIds: string[], now: Date): Promise<Map<string, Holder[]>> {
  const rows = await db.$queryRaw<{ id: string; holders: Holder[] }[]>`
    SELECT b.id, ${holdersOfBureau(now)} AS holders FROM "Bureau" b
    WHERE b.id = ANY(${bureauIds}::uuid[])`;
  return new Map(rows.map(({ id, holders }) => [id, holders]));
}
