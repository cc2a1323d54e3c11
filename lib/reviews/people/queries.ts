import "server-only";
import { db } from "@/lib/db";
import type { Holder } from "@/lib/reviews/schema";
import { Prisma } from "@/prisma/generated/client";

/**
 * Everybody with a role in the bureau, its superior's people for 报送审核, and the deputies of them
 * all. Json of `Holder`s of the bureau `b` of the statement around it.
 */
export function holdersOfBureau(now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(json_agg(json_build_object('userId', h."userId", 'name', u.name,
      'role', h.role, 'level', h.level, 'forId', h."forId", 'forName', p.name)
      ORDER BY h."forId" NULLS FIRST, h."userId", h.role, h.level), '[]')
    FROM held_roles(${now}) h
      JOIN "User" u ON u.id = h."userId" LEFT JOIN "User" p ON p.id = h."forId"
    WHERE h."bureauId" IN (b.id, b."supervisorId")
      AND h."bureauId" = CASE h.role WHEN 'SUPERVISOR' THEN b."supervisorId" ELSE b.id END)`;
}

/** What everybody holds now in each of some bureaus, as the evaluator is told it; by bureau. */
export async function listHolders(bureauIds: string[], now: Date): Promise<Map<string, Holder[]>> {
  const rows = await db.$queryRaw<{ id: string; holders: Holder[] }[]>`
    SELECT b.id, ${holdersOfBureau(now)} AS holders FROM "Bureau" b
    WHERE b.id = ANY(${bureauIds}::uuid[])`;
  return new Map(rows.map(({ id, holders }) => [id, holders]));
}
