import "server-only";
import { takeAnchor } from "@/lib/audit/anchor";
import { dropOldFailures } from "@/lib/auth/commands";
import { db } from "@/lib/db";
import { prepareDeliveries, sweepDeliveries } from "@/lib/jobs/deliveries";
import { remind } from "@/lib/jobs/reminders";
import type { Notice } from "@/lib/notifications/rules";
import { sweepPresence } from "@/lib/reports/presence/commands";
import { rebuildQueue } from "@/lib/reviews/queue/commands";
import { keepReadyPlans } from "@/lib/reviews/ready-plans/commands";

const SWEEP_MS = 2_000;
const MINUTE_MS = 60 * 1_000;
const HOUR_MS = 60 * 60 * 1_000;
const BATCH = 50;

/**
 * Shows what waits in the outbox, each item once, and puts it on its way by the other channels:
 * that and its mark are one transaction, and rows that another process holds are passed over.
 */
export async function sweepOutbox(now: Date): Promise<number> {
  return db.$transaction(async (tx) => {
    const items = await tx.$queryRaw<{ id: string; payload: Notice }[]>`
      SELECT id, payload FROM "OutboxItem" WHERE "doneAt" IS NULL AND kind = 'notice'
      ORDER BY "createdAt" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
    if (!items.length) return 0;
    await tx.notification.createMany({
      data: items.flatMap(({ id, payload: { userIds, text, href } }) =>
        userIds.map((userId) => ({ outboxId: id, userId, text, href, createdAt: now })),
      ),
      skipDuplicates: true,
    });
    const ids = items.map((item) => item.id);
    await prepareDeliveries(tx, ids, now);
    await tx.outboxItem.updateMany({ where: { id: { in: ids } }, data: { doneAt: now } });
    return items.length;
  });
}

/** Starts the sweeps of this process; a missed tick costs nothing. */
export function startSweeping(): void {
  repeat(SWEEP_MS, () => sweepOutbox(new Date()));
  repeat(SWEEP_MS, () => sweepDeliveries("MAIL", () => new Date()));
  repeat(SWEEP_MS, () => sweepDeliveries("GATEWAY", () => new Date()));
  repeat(MINUTE_MS, () => sweepPresence(new Date()));
  repeat(10 * MINUTE_MS, () => remind(new Date()));
  repeat(HOUR_MS, () => keepReadyPlans(new Date()));
  repeat(HOUR_MS, () => rebuildQueue(new Date()));
  repeat(HOUR_MS, () => takeAnchor(new Date()));
  repeat(HOUR_MS, () => dropOldFailures(new Date()));
}

/** Runs a job now and then again and again, never two of it at once. */
function repeat(pause: number, job: () => Promise<unknown>): void {
  const run = () =>
    job()
      .catch((error: Error) => process.stderr.write(`后台任务没有完成，稍后再试：${error.name}\n`))
      .finally(() => setTimeout(run, pause).unref());
  run();
}
