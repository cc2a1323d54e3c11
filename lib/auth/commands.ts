import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import type { AuditType } from "@/lib/audit/types";
import { accountKey, type Credentials, verifyCredentials } from "@/lib/auth/credentials";
import { SESSION_MS, THROTTLE_MS, TOKEN_MS } from "@/lib/auth/limits";
import { forgetFailures } from "@/lib/auth/throttle";
import { hashToken, makeToken } from "@/lib/auth/tokens";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

/**
 * Opens a new session, never one that the browser brought along.
 *
 * @returns the session's id.
 * @throws UNAUTHENTICATED, TOO_MANY: see `verifyCredentials`.
 */
export async function signIn(credentials: Credentials, now: Date): Promise<string> {
  const user = await verifyCredentials(credentials, now);
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  return db.$transaction(async (tx) => {
    await forgetFailures(tx, accountKey(user.account));
    const session = await tx.session.create({
      data: { userId: user.id, createdAt: now, lastSeenAt: now, expiresAt },
      select: { id: true },
    });
    await recordAct(tx, "sign-in", { ...user, address: credentials.address }, now);
    return session.id;
  });
}

/** Ends a session for good, wherever its cookie still lies. Ended ones stay as they are. */
export async function signOut(sessionId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    const { user } = await tx.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { user: { select: { id: true, account: true, name: true } } },
    });
    await recordAct(tx, "sign-out", user, now);
  });
}

/**
 * Issues a bearer token for the API. The answer is the only place where it stands.
 *
 * @throws UNAUTHENTICATED, TOO_MANY: see `verifyCredentials`.
 */
export async function createToken(credentials: Credentials, now: Date) {
  const user = await verifyCredentials(credentials, now);
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + TOKEN_MS);
  await db.$transaction(async (tx) => {
    await forgetFailures(tx, accountKey(user.account));
    await tx.apiToken.create({
      data: { userId: user.id, tokenHash: hashToken(token), createdAt: now, expiresAt },
      select: { id: true },
    });
    await recordAct(tx, "token-issued", { ...user, address: credentials.address }, now);
  });
  return { token, expiresAt: expiresAt.toISOString() };
}

interface Act {
  id: string;
  account: string;
  name: string;
  /** Where the request came from, if it is known. */
  address?: string | null;
}

/** Appends what a person did with the own account to the installation's chain. */
async function recordAct(
  tx: Prisma.TransactionClient,
  type: AuditType,
  { id, account, name, address }: Act,
  now: Date,
): Promise<void> {
  const data = address === undefined ? {} : { address };
  const actor = { id, name };
  await appendAudit(tx, { chain: INSTALLATION, type, actor, subject: account, data }, now);
}

/**
 * Forgets failures whose time and lock are over: what somebody typed as an account may have been
 * a password, and is not kept.
 */
export async function dropOldFailures(now: Date): Promise<void> {
  const over = new Date(now.getTime() - THROTTLE_MS);
  await db.signInThrottle.deleteMany({
    where: { since: { lt: over }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }] },
  });
}
