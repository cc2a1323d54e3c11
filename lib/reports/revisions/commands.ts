import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { toContent } from "@/lib/format/content";
import { canonical } from "@/lib/format/hash";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { RevisionReason } from "@/prisma/generated/enums";

/** Freezes the record's text as the next 稿 of a report whose row is locked. */
export async function writeRevision(
  tx: Prisma.TransactionClient,
  record: Pick<ReportRecord, "id" | "identity" | "sections" | "hashes" | "contentHash">,
  reason: RevisionReason,
  actor: Actor,
  now: Date,
): Promise<{ id: string; no: number }> {
  const last = await tx.revision.findFirst({
    where: { reportId: record.id },
    orderBy: { no: "desc" },
    select: { no: true },
  });
  return tx.revision.create({
    data: {
      reportId: record.id,
      no: (last?.no ?? 0) + 1,
      reason,
      contentHash: record.contentHash,
      sectionHashes: canonical(record.hashes),
      content: canonical(toContent(record.identity, record.sections)),
      createdById: actor.userId,
      createdByName: actor.name,
      createdAt: now,
    },
    select: { id: true, no: true },
  });
}
