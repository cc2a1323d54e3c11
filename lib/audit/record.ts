import "server-only";
import { GENESIS, rowHash } from "@/lib/audit/chain";
import type { AuditType } from "@/lib/audit/types";
import { canonical } from "@/lib/format/hash";
import type { Prisma } from "@/prisma/generated/client";

export interface AuditEntry {
  /** Bureau code, or "installation". */
  chain: string;
  type: AuditType;
  /** Who acted; id null for the system itself. */
  actor: { id: string | null; name: string };
  /** What it is about: a report id, an account. */
  subject: string;
  /** No draft text, no secret, no personal number. */
  data: Record<string, unknown>;
}

/**
 * Appends a fact to its chain inside the caller's transaction. The head's row
 * lock orders the writers of one chain; other chains do not wait.
 */
export async function appendAudit(
  tx: Prisma.TransactionClient,
  entry: AuditEntry,
  now: Date,
): Promise<void> {
  const { chain, type, actor, subject } = entry;
  const [head] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    INSERT INTO "ChainHead" AS h (chain, seq, hash) VALUES (${chain}, 1, ${GENESIS})
    ON CONFLICT (chain) DO UPDATE SET seq = h.seq + 1 RETURNING seq, hash`;
  if (!head) throw new Error(`No head for audit chain ${chain}`);
  const row = {
    chain,
    seq: head.seq,
    at: now,
    actorId: actor.id,
    actor: actor.name,
    type,
    subject,
    data: canonical(entry.data),
    prevHash: head.hash,
  };
  const hash = rowHash(row);
  await tx.$executeRaw`
    WITH head AS (UPDATE "ChainHead" SET hash = ${hash} WHERE chain = ${chain})
    INSERT INTO "AuditEvent"
      (chain, seq, at, "actorId", actor, type, subject, data, "prevHash", hash)
    VALUES (${chain}, ${row.seq}, ${now}, ${actor.id}::uuid, ${actor.name}, ${type}, ${subject},
      ${row.data}, ${row.prevHash}, ${hash})`;
}
