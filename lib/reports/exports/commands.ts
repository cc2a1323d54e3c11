import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { notFoundError } from "@/lib/errors";
import { renderArticle } from "@/lib/exporting/html";
import { renderJson } from "@/lib/exporting/json";
import { renderPdf } from "@/lib/exporting/pdf";
import type { PrintedReport } from "@/lib/exporting/printed";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { exportReviewRecord } from "@/lib/reports/record/commands";
import { exportSignSheet } from "@/lib/reviews/sign-sheets/commands";

const REVIEW_RECORD = "review-record.pdf";
const SIGN_SHEET = "sign-sheet.pdf";

interface ExportKind {
  mime: string;
  render: (printed: PrintedReport) => Promise<Uint8Array> | Uint8Array;
}

const kinds: Record<string, ExportKind> = {
  "report.pdf": {
    mime: "application/pdf",
    render: (printed) => renderPdf(printed, { fontDir: env.FONT_DIR }),
  },
  "report.html": {
    mime: "text/html; charset=utf-8",
    render: (printed) => new TextEncoder().encode(renderArticle(printed)),
  },
  "report.json": { mime: "application/json", render: renderJson },
};

/**
 * The text as it stands, as a file: the stored one where this very text was published, else marked
 * as a draft; or its 审校单, or the 审签单 of the steps asked now. Taking it out of the house is a fact in the log.
 * @throws NOT_FOUND for a report behind the wall or a file that is not offered
 */
export async function exportFile(actor: Actor, reportId: string, name: string, now: Date) {
  if (name === REVIEW_RECORD) return exportReviewRecord(actor, reportId, now);
  if (name === SIGN_SHEET) return exportSignSheet(actor, reportId, now);
  const record = await loadReport(db, actor, reportId, now);
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (!kind) throw notFoundError();
  const { identity, bureauName, sections, contentHash } = record;
  const bytes =
    (await findPublished(record, name)) ??
    (await kind.render({ identity, bureauName, sections, publication: null }));
  const who = { id: actor.userId, name: actor.name };
  const chain = identity.bureau;
  const entry = { chain, type: "exported" as const, actor: who, subject: reportId };
  await db.$transaction((tx) => appendAudit(tx, { ...entry, data: { name, contentHash } }, now));
  return { mime: kind.mime, bytes, name: `${identity.bureau}-${identity.year}-${name}` };
}

/** Published files are never rendered again. Null where the text is not the one published last. */
async function findPublished(
  { id, publication, contentHash }: ReportRecord,
  name: string,
): Promise<Uint8Array | null> {
  if (publication?.contentHash !== contentHash) return null;
  const file = await db.publishedFile.findFirst({
    where: { name, publication: { reportId: id, no: publication.no } },
    select: { bytes: true },
  });
  return file?.bytes ?? null;
}
