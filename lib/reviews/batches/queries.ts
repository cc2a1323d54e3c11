import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getMe } from "@/lib/auth/queries";
import { bureauNameOf } from "@/lib/reports/desk/queries";
import { listRecords, listSummaries } from "@/lib/reports/facts/queries";
import { batchGroups, stepsToPass } from "@/lib/reviews/batches/rules";
import { BATCH } from "@/lib/reviews/batches/schema";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { offeredPhrases } from "@/lib/reviews/phrases/rules";

/**
 * What waits for the actor and may be passed together, with the texts checked as they stand now:
 * the first fifty, by year and bureau.
 */
export async function getBatchPage(actor: Actor, now: Date) {
  const [me, summaries, kept] = await Promise.all([
    getMe(actor),
    listSummaries(actor, ["IN_REVIEW"], now),
    listPhrases(actor),
  ]);
  const waiting = summaries.filter((report) => stepsToPass(report, actor).length > 0);
  const ids = waiting.slice(0, BATCH).map((report) => report.id);
  const records = ids.length ? await listRecords(actor, ids, now) : [];
  return {
    bureauName: bureauNameOf(me),
    groups: batchGroups(records, actor),
    phrases: offeredPhrases(kept),
    left: waiting.length - ids.length,
  };
}
