import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fromContent, getFormat } from "@/lib/format/content";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { getHistory } from "@/lib/reports/history/queries";
import { getPreview } from "@/lib/reports/previews/queries";
import { changesBetween } from "@/lib/reports/revisions/rules";
import { reviewState } from "@/lib/reports/rules";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { offeredPhrases } from "@/lib/reviews/phrases/rules";
import { seenText } from "@/lib/reviews/rules";
import type { SeenComparison } from "@/lib/reviews/schema";

/**
 * Everything the review page shows: the report as it would be published, what
 * changed since the actor last judged it (null when there is nothing to compare
 * with), its history, and the 常用意见 that the actor may pick from. Five statements.
 * @throws NOT_FOUND behind the wall and for nothing alike
 */
export async function getReviewPage(actor: Actor, id: string, now: Date) {
  const [preview, history, kept] = await Promise.all([
    getPreview(actor, id, now),
    getHistory(actor, id),
    listPhrases(actor),
  ]);
  const comparison = await compareWithSeen(preview.record, actor);
  return { ...preview, history, phrases: offeredPhrases(kept), comparison };
}

async function compareWithSeen(record: ReportRecord, actor: Actor): Promise<SeenComparison | null> {
  const state = reviewState(record);
  const seen = state && seenText(state, actor.userId);
  if (!seen) return null;
  const select = { revision: { select: { no: true, content: true } } } as const;
  const { revision } = seen.own
    ? await db.decision.findUniqueOrThrow({ where: { id: seen.decisionId }, select })
    : await db.round.findUniqueOrThrow({
        where: { reportId_no: { reportId: record.id, no: seen.roundNo } },
        select,
      });
  const before = fromContent(JSON.parse(revision.content));
  const changes = changesBetween(getFormat(record.identity.format), before, record.sections);
  return { revisionNo: revision.no, own: seen.own, changes };
}
