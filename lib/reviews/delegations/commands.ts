import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { sendNotices } from "@/lib/notifications/commands";
import { readableBureaus } from "@/lib/reports/policy";
import { mayLend } from "@/lib/reviews/delegations/policy";
import { type Lent, lendingProblems } from "@/lib/reviews/delegations/rules";
import type { DelegationInput } from "@/lib/reviews/delegations/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";

const PAGE = "/desk/reviews/delegations";

/**
 * Sets a deputy. Nothing is backdated: what would begin earlier begins now. Those of one bureau
 * are set one after the other, so that two at the same moment make no circle.
 * @throws NOT_FOUND for a bureau or person outside the actor's wall; FORBIDDEN; INVALID with all
 *   reasons
 */
export async function delegate(actor: Actor, input: DelegationInput, now: Date): Promise<string> {
  return db.$transaction(async (tx) => {
    const bureau = await lockBureau(tx, actor, input.bureau);
    const fromId = input.principal ?? actor.userId;
    const lending = { bureauId: bureau.id, fromId };
    if (!mayLend(actor, lending)) {
      throw new AppError("FORBIDDEN", ["只能给自己设置代理人；替别人设置请联系本单位管理员。"]);
    }
    const members = await membersOf(tx, bureau.id, now);
    const nameOf = (id: string) => members.find((m) => m.userId === id)?.name;
    const lent: Lent = {
      fromId,
      fromName: nameOf(fromId) ?? (fromId === actor.userId ? actor.name : "所选的人"),
      toId: input.deputy,
      toName: nameOf(input.deputy) ?? "",
      from: new Date(Math.max(Date.parse(input.from), now.getTime())),
      until: new Date(input.until),
    };
    const known = await knownOf(tx, bureau.id, now);
    const problems = lendingProblems(lent, { known, members, byId: actor.userId }, now);
    if (problems.length) throw new AppError("INVALID", problems);
    return write(tx, actor, { bureau, lent, reason: input.reason }, now);
  });
}

interface LockedBureau {
  id: string;
  code: string;
  name: string;
}

async function lockBureau(
  tx: Prisma.TransactionClient,
  actor: Actor,
  code: string,
): Promise<LockedBureau> {
  const [bureau] = await tx.$queryRaw<LockedBureau[]>`
    SELECT id, code, name FROM "Bureau"
    WHERE code = ${code} AND id = ANY(${readableBureaus(actor)}::uuid[]) FOR NO KEY UPDATE`;
  if (!bureau) throw notFoundError();
  return bureau;
}

/** Roles that hold in a bureau now, of people themselves. */
function membersOf(tx: Prisma.TransactionClient, bureauId: string, now: Date) {
  return tx.$queryRaw<{ userId: string; name: string; role: Role }[]>`
    SELECT h."userId", u.name, h.role FROM held_roles(${now}) h JOIN "User" u ON u.id = h."userId"
    WHERE h."bureauId" = ${bureauId}::uuid AND h."forId" IS NULL`;
}

async function knownOf(tx: Prisma.TransactionClient, bureauId: string, now: Date): Promise<Lent[]> {
  const name = { select: { name: true } } as const;
  const rows = await tx.delegation.findMany({
    where: { bureauId, revokedAt: null, until: { gt: now } },
    select: { fromId: true, toId: true, from: true, until: true, principal: name, deputy: name },
  });
  return rows.map(({ principal, deputy, ...row }) => {
    return { ...row, fromName: principal.name, toName: deputy.name };
  });
}

interface NewDelegation {
  bureau: LockedBureau;
  lent: Lent;
  reason: string;
}

async function write(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { bureau, lent, reason }: NewDelegation,
  now: Date,
): Promise<string> {
  const { fromId, fromName, toId, toName, from, until } = lent;
  const made = { createdById: actor.userId, createdAt: now };
  const { id } = await tx.delegation.create({
    data: { bureauId: bureau.id, fromId, toId, from, until, reason, ...made },
    select: { id: true },
  });
  const who = { id: actor.userId, name: actor.name };
  const window = { from: from.toISOString(), until: until.toISOString() };
  const data = { of: fromName, deputy: toName, ...window, reason };
  await appendAudit(
    tx,
    { chain: bureau.code, type: "delegated", actor: who, subject: id, data },
    now,
  );
  const text = `${fromName}的审核工作由${toName}代理，请查看起止时间。`;
  await tell(tx, actor, { people: [fromId, toId], text, bureauName: bureau.name }, now);
  return id;
}

/**
 * Ends a 代理 at once; what the deputy decided stands.
 * @throws NOT_FOUND for one that does not concern the actor; FORBIDDEN; CONFLICT when it is over
 */
export async function revokeDelegation(actor: Actor, id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "Delegation" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.delegation.findFirst({
      where: { id, bureauId: { in: readableBureaus(actor) } },
      select: {
        bureauId: true,
        fromId: true,
        toId: true,
        until: true,
        revokedAt: true,
        bureau: { select: { code: true, name: true } },
        principal: { select: { name: true } },
        deputy: { select: { name: true } },
      },
    });
    if (!found) throw notFoundError();
    if (!mayLend(actor, found)) {
      throw new AppError("FORBIDDEN", ["只有被代理的人和本单位管理员可以撤销代理。"]);
    }
    if (found.revokedAt || found.until <= now) {
      throw new AppError("CONFLICT", ["这项代理已经结束，不用撤销，请刷新页面。"]);
    }
    const data = { revokedAt: now, revokedById: actor.userId };
    await tx.delegation.update({ where: { id }, data });
    const who = { id: actor.userId, name: actor.name };
    const names = { of: found.principal.name, deputy: found.deputy.name };
    const entry = { chain: found.bureau.code, type: "delegation-revoked", actor: who } as const;
    await appendAudit(tx, { ...entry, subject: id, data: names }, now);
    const text = `${names.of}由${names.deputy}代理审核工作的安排已经撤销。`;
    const people = [found.fromId, found.toId];
    await tell(tx, actor, { people, text, bureauName: found.bureau.name }, now);
  });
}

async function tell(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { people, text, bureauName }: { people: string[]; text: string; bureauName: string },
  now: Date,
): Promise<void> {
  const userIds = people.filter((id) => id !== actor.userId);
  const about = { bureauName, year: null, step: null, dueAt: null };
  await sendNotices(tx, [{ userIds, text, href: PAGE, about }], now);
}
