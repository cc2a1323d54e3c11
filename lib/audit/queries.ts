import "server-only";
import { INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import type { AuditQuery } from "@/lib/audit/schema";
import { type Verification, verifyChains } from "@/lib/audit/verify";
import type { Actor } from "@/lib/auth/actor";
import { hasRole } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";

const PAGE = 50;

/** The log, newest first, for the 审计管理员 alone. @throws NOT_FOUND for everybody else. */
export async function listAuditEvents(actor: Actor, filter: AuditQuery) {
  requireAuditor(actor);
  const [at, chain, seq] = filter.cursor?.split("|") ?? [];
  const before = at && chain && seq ? { at: new Date(at), chain, seq: Number(seq) } : null;
  const rows = await db.auditEvent.findMany({
    where: {
      chain: filter.chain || undefined,
      type: filter.type || undefined,
      subject: filter.subject || undefined,
      ...(before && {
        OR: [
          { at: { lt: before.at } },
          { at: before.at, chain: { lt: before.chain } },
          { at: before.at, chain: before.chain, seq: { lt: before.seq } },
        ],
      }),
    },
    orderBy: [{ at: "desc" }, { chain: "desc" }, { seq: "desc" }],
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  const more = rows.length > PAGE && last;
  return { items, nextCursor: more ? `${last.at.toISOString()}|${last.chain}|${last.seq}` : null };
}

/** Walks all chains and records that it was done. @throws NOT_FOUND unless an auditor asks. */
export async function verifyAudit(actor: Actor, now: Date): Promise<Verification> {
  requireAuditor(actor);
  const result = await verifyChains();
  const data = { chains: result.chains, rows: result.rows, faults: result.faults.length };
  const who = { id: actor.userId, name: actor.name };
  await db.$transaction((tx) =>
    appendAudit(
      tx,
      { chain: INSTALLATION, type: "audit-verified", actor: who, subject: "", data },
      now,
    ),
  );
  return result;
}

function requireAuditor(actor: Actor) {
  if (!hasRole(actor, null, "AUDITOR")) throw notFoundError();
}
