import { db } from "@/lib/db";
import { delegate } from "@/lib/reviews/delegations/commands";
import { actorOf } from "@/tests/support/demo";

const HOUR = 3_600_000;

/** Ids of all people, by account. */
export async function userIds(): Promise<Record<string, string>> {
  const users = await db.user.findMany({ select: { id: true, account: true } });
  return Object.fromEntries(users.map(({ id, account }) => [account, id]));
}

/** A window of hours from now. */
export function hours(from: number, until: number) {
  const at = (n: number) => new Date(Date.now() + n * HOUR).toISOString();
  return { from: at(from), until: at(until) };
}

/** A person lends what he holds in a bureau. */
export async function lend(from: string, to: string, window = hours(0, 3), bureau = "sfj") {
  const ids = await userIds();
  const input = { bureau, deputy: ids[to] ?? "", reason: "出差", ...window };
  return delegate(await actorOf(from), input, new Date());
}

export async function endDelegations(): Promise<void> {
  const { id } = await db.user.findUniqueOrThrow({ where: { account: "sfj.admin" } });
  const by = { revokedAt: new Date(), revokedById: id };
  await db.delegation.updateMany({ where: { revokedAt: null }, data: by });
}
