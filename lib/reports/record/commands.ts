import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { renderRecordPdf } from "@/lib/exporting/pdf";
import { recordPages } from "@/lib/exporting/review-record";
import { getReviewRecord } from "@/lib/reports/record/queries";

/**
 * 审校单 as a file: the same facts give the same bytes, whoever prints it and whenever. Taking it
 * out of the house is a fact in the log. @throws NOT_FOUND for a report behind the wall
 */
export async function exportReviewRecord(actor: Actor, reportId: string, now: Date) {
  const record = await getReviewRecord(actor, reportId);
  const bytes = await renderRecordPdf(recordPages(record), { fontDir: env.FONT_DIR });
  const { bureau: chain, bureauName, year, text } = record;
  const name = "review-record.pdf";
  const who = { id: actor.userId, name: actor.name };
  const entry = { chain, type: "exported" as const, actor: who, subject: reportId };
  const of = text ? { revision: text.revisionNo, contentHash: text.contentHash } : {};
  await db.$transaction((tx) => appendAudit(tx, { ...entry, data: { name, ...of } }, now));
  const title = `${bureauName}${year}年度报告审校单.pdf`;
  return { mime: "application/pdf", bytes, name: `${chain}-${year}-${name}`, title };
}
