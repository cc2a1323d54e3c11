import "server-only";
import { type Head, headsIn, INSTALLATION } from "@/lib/audit/chain";
import { appendAudit } from "@/lib/audit/record";
import { db } from "@/lib/db";

/**
 * Hashes the heads of all chains into the installation's, if any moved since
 * the last anchor; a chain cut short later no longer has the row named here.
 */
export async function takeAnchor(now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const heads = await tx.chainHead.findMany({ orderBy: { chain: "asc" } });
    const last = await tx.auditEvent.findFirst({
      where: { chain: INSTALLATION, type: "anchor" },
      orderBy: { seq: "desc" },
      select: { seq: true, data: true },
    });
    if (!heads.length || (last && !moved(heads, last))) return;
    const actor = { id: null, name: "系统" };
    const entry = {
      chain: INSTALLATION,
      type: "anchor" as const,
      actor,
      subject: "",
      data: { heads },
    };
    await appendAudit(tx, entry, now);
  });
}

/** Whether a chain grew since the anchor; the anchor itself moves its own chain by one. */
function moved(heads: Head[], last: { seq: number; data: string }): boolean {
  const anchored = new Map(headsIn(last.data).map((head) => [head.chain, head.seq]));
  return heads.some((head) =>
    head.chain === INSTALLATION ? head.seq > last.seq : head.seq !== anchored.get(head.chain),
  );
}
