import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { readableBureaus } from "@/lib/reports/policy";
import { GONE_MS, type OpenWindow, peopleIn } from "@/lib/reports/presence/rules";
import type { PresenceAnswer, PresenceInput } from "@/lib/reports/presence/schema";
import { Prisma } from "@/prisma/generated/client";

/** The wall as a condition on `r`. */
function readable(actor: Actor, reportId: string): Prisma.Sql {
  return Prisma.sql`r.id = ${reportId}::uuid AND r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])`;
}

/**
 * Notes that a window is open on a report that the person may read, and answers who else is here.
 * One statement. No fact: it is not in the log, and the report's version stays as it is.
 * @throws NOT_FOUND; INVALID for a section that the report does not have
 */
export async function notePresence(
  actor: Actor,
  reportId: string,
  { window, section }: PresenceInput,
  now: Date,
): Promise<PresenceAnswer> {
  const me = Prisma.sql`${actor.userId}::uuid`;
  const [found] = await db.$queryRaw<{ isKnown: boolean; windows: OpenWindow[] }[]>`
    WITH report AS (
      SELECT r.id, ${section}::text IS NULL OR EXISTS (
        SELECT FROM "ReportSection" s WHERE s."reportId" = r.id AND s.key = ${section}
      ) AS "isKnown"
      FROM "Report" r WHERE ${readable(actor, reportId)}
    ), noted AS (
      INSERT INTO "Presence" ("reportId", "userId", "windowId", section, "seenAt")
      SELECT id, ${me}, ${window}, ${section}, ${now}::timestamptz FROM report WHERE "isKnown"
      ON CONFLICT ("reportId", "userId", "windowId")
        DO UPDATE SET section = excluded.section, "seenAt" = excluded."seenAt"
    )
    SELECT "isKnown", (
      SELECT coalesce(json_agg(json_build_object('userId', p."userId", 'name', u.name,
        'section', p.section, 'seenAt', p."seenAt")), '[]')
      FROM "Presence" p JOIN "User" u ON u.id = p."userId"
      WHERE p."reportId" = report.id AND p."userId" <> ${me}
        AND p."seenAt" > ${goneBefore(now)}::timestamptz
    ) AS windows
    FROM report`;
  if (!found) throw notFoundError();
  if (!found.isKnown) throw new AppError("INVALID", [`没有“${section}”这个部分，请重新选择。`]);
  return { people: peopleIn(found.windows) };
}

/** A window is closed or put aside. Nothing happens where it was gone already. @throws NOT_FOUND */
export async function endPresence(actor: Actor, reportId: string, window: string): Promise<void> {
  const found = await db.$queryRaw<unknown[]>`
    WITH ended AS (
      DELETE FROM "Presence" WHERE "reportId" = ${reportId}::uuid
        AND "userId" = ${actor.userId}::uuid AND "windowId" = ${window}
    )
    SELECT FROM "Report" r WHERE ${readable(actor, reportId)}`;
  if (!found.length) throw notFoundError();
}

/** Removes windows that are gone; each counts for so short a time that the table stays small. */
export async function sweepPresence(now: Date): Promise<number> {
  const { count } = await db.presence.deleteMany({ where: { seenAt: { lte: goneBefore(now) } } });
  return count;
}

function goneBefore(now: Date): Date {
  return new Date(now.getTime() - GONE_MS);
}
