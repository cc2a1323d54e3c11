import "server-only";
import { THROTTLE_MS } from "@/lib/auth/limits";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/prisma/generated/client";

/** Whether attempts under this key are refused at the moment. */
export async function isLocked(key: string, now: Date): Promise<boolean> {
  const row = await db.signInThrottle.findUnique({ where: { key }, select: { lockedUntil: true } });
  return row?.lockedUntil != null && row.lockedUntil > now;
}

/**
 * Counts one failure in one statement, so that attempts at the same moment cannot
 * share a count, and locks the key with the last that is allowed.
 *
 * @returns the failures counted in this window, or null where the key was locked already.
 */
export async function countFailure(key: string, limit: number, now: Date): Promise<number | null> {
  const windowStart = new Date(now.getTime() - THROTTLE_MS);
  const unlock = new Date(now.getTime() + THROTTLE_MS);
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO "SignInThrottle" AS t (key, failures, since, "lockedUntil")
    VALUES (${key}, 1, ${now}::timestamptz, NULL)
    ON CONFLICT (key) DO UPDATE SET (failures, since, "lockedUntil") = (
      SELECT n.failures, CASE WHEN n.failures = 1 THEN ${now}::timestamptz ELSE t.since END,
        CASE WHEN n.failures >= ${limit} THEN ${unlock}::timestamptz END
      FROM (SELECT CASE WHEN t.since > ${windowStart}::timestamptz
        THEN t.failures + 1 ELSE 1 END AS failures) AS n)
    WHERE t."lockedUntil" IS NULL OR t."lockedUntil" <= ${now}::timestamptz
    RETURNING failures`;
  return rows[0]?.failures ?? null;
}

/** A success wipes the failures before it. */
export async function forgetFailures(tx: Prisma.TransactionClient, key: string): Promise<void> {
  await tx.signInThrottle.updateMany({ where: { key }, data: { failures: 0, lockedUntil: null } });
}

/** The answer to a locked key, the same for accounts that exist and those that do not. */
export function tooManyAttempts(): AppError {
  return new AppError("TOO_MANY", ["尝试次数过多，请 15 分钟后再试。"], {
    retryAfter: THROTTLE_MS / 1000,
  });
}
