import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import type { AuditType } from "@/lib/audit/types";
import { ACCOUNT_FAILURES, ADDRESS_FAILURES } from "@/lib/auth/limits";
import { verifyPassword } from "@/lib/auth/passwords";
import { countFailure, isLocked, tooManyAttempts } from "@/lib/auth/throttle";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";

export interface Credentials {
  account: string;
  password: string;
  /** Where the request came from; null where it is not known. */
  address: string | null;
}

/** Key of an account in the throttle, whether or not there is such an account. */
export function accountKey(account: string): string {
  return `account:${account}`;
}

/**
 * The person whose account and password these are. The attempt is counted before
 * the password is looked at, so that a hundred guesses at once are still five.
 *
 * @throws UNAUTHENTICATED in the same words and after the same work for an unknown
 * account, a disabled one and a wrong password; TOO_MANY while locked.
 */
export async function verifyCredentials({ account, password, address }: Credentials, now: Date) {
  if (address && (await isLocked(`address:${address}`, now))) throw tooManyAttempts();
  const failures = await countFailure(accountKey(account), ACCOUNT_FAILURES, now);
  if (failures === null) throw tooManyAttempts();

  const found = await db.user.findUnique({
    where: { account },
    select: { id: true, account: true, name: true, passwordHash: true, disabledAt: true },
  });
  const user = found?.disabledAt ? null : found;
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (user && matches) return { id: user.id, account: user.account, name: user.name };

  // People type passwords into the account field: what is no account is not written down.
  await recordFailure({ subject: found ? account : "未知账号", failures, address }, now);
  throw new AppError("UNAUTHENTICATED", ["账号或密码不正确。"]);
}

interface Failure {
  subject: string;
  failures: number;
  address: string | null;
}

/** One fact for the first failure of a window and one for the lock; those between fold in. */
async function recordFailure({ subject, failures, address }: Failure, now: Date): Promise<void> {
  const fromAddress = address
    ? await countFailure(`address:${address}`, ADDRESS_FAILURES, now)
    : null;
  const fact = (type: AuditType, about: string, count: number) => ({
    chain: INSTALLATION,
    type,
    actor: { id: null, name: "未登录" },
    subject: about,
    data: { address, failures: count },
  });
  const facts = [
    ...(failures === 1 ? [fact("sign-in-failed", subject, failures)] : []),
    ...(failures === ACCOUNT_FAILURES ? [fact("account-locked", subject, failures)] : []),
    ...(address && fromAddress === ADDRESS_FAILURES
      ? [fact("account-locked", address, fromAddress)]
      : []),
  ];
  if (facts.length === 0) return;
  await db.$transaction(async (tx) => {
    for (const entry of facts) await appendAudit(tx, entry, now);
  });
}
