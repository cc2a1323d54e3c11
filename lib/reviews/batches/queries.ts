import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getMe } from "@/lib/auth/queries";
import { bureauNameOf } from "@/lib/reports/desk/queries";
import { listRecords } from "@/lib/reports/facts/queries";
import { batchGroups } from "@/lib/reviews/batches/rules";
import { BATCH } from "@/lib/reviews/batches/schema";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { offeredPhrases } from "@/lib/reviews/phrases/rules";
import { listWaiting } from "@/lib/reviews/queue/queries";

/**
 * What waits for the actor and may be passed together, with the texts checked as they stand now:
 * the first fifty, the most urgent first.
 */
export async function getBatchPage(actor: Actor, now: Date) {
  const [me, waiting, kept] = await Promise.all([
    getMe(actor),
    listWaiting(actor, { now, page: 1 }),
    listPhrases(actor),
  ]);
  const ids = waiting.items.slice(0, BATCH).map((report) => report.id);
  const records = ids.length ? await listRecords(actor, ids, now) : [];
  return {
    bureauName: bureauNameOf(me),
    groups: batchGroups(records, actor),
    phrases: offeredPhrases(kept),
    left: waiting.count - ids.length,
  };
}
