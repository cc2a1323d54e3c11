import "server-only";
import type { Notice } from "@/lib/notifications/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Puts notices into the outbox, in the transaction of the fact that they tell of. */
export async function sendNotices(
  tx: Prisma.TransactionClient,
  notices: Notice[],
  now: Date,
): Promise<void> {
  await tx.outboxItem.createMany({
    data: notices.map((payload) => ({ kind: "notice", payload: { ...payload }, createdAt: now })),
  });
}
