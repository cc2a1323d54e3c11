import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getMe } from "@/lib/auth/queries";
import { bureauNameOf } from "@/lib/reports/desk/queries";
import { listRecords, listSummaries } from "@/lib/reports/facts/queries";
import { batchGroups, stepsToPass } from "@/lib/reviews/batches/rules";
import { BATCH } from "@/lib/reviews/batches/schema";

/**
 * What waits for the actor and may be passed together, with the texts checked as they stand now:
 * the first fifty, by year and bureau.
 */
export async function getBatchPage(actor: Actor, now: Date) {
  const [me, summaries] = await Promise.all([
    getMe(actor),
    listSummaries(actor, ["IN_REVIEW"], now),
  ]);
  const waiting = summaries.filter((report) => stepsToPass(report, actor).length > 0);
  const ids = waiting.slice(0, BATCH).map((report) => report.id);
  const records = ids.length ? await listRecords(actor, ids, now) : [];
  return {
    bureauName: bureauNameOf(me),
    groups: batchGroups(records, actor),
    left: waiting.length - ids.length,
  };
}
