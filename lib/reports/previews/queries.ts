import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { renderArticle } from "@/lib/exporting/html";
import type { StoredFile } from "@/lib/publications/schema";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";

/** A report with its article exactly as it would be published. */
export interface ReportPreview {
  record: ReportRecord;
  /** Escaped HTML without script. */
  article: string;
}

/** The text as it stands, as the public would see it. @throws NOT_FOUND */
export async function getPreview(actor: Actor, id: string, now: Date): Promise<ReportPreview> {
  const record = await loadReport(db, actor, id, now);
  const { identity, bureauName, sections } = record;
  const article = renderArticle({ identity, bureauName, sections, publication: null });
  return { record, article };
}

/** The preview with what the last publication stored; no files before the first. @throws NOT_FOUND */
export async function getPublishing(
  actor: Actor,
  id: string,
  now: Date,
): Promise<ReportPreview & { files: StoredFile[] }> {
  const preview = await getPreview(actor, id, now);
  const { publication } = preview.record;
  const files = publication
    ? await db.publishedFile.findMany({
        where: { publication: { reportId: preview.record.id, no: publication.no } },
        select: { name: true, size: true, sha256: true },
        orderBy: { name: "desc" },
      })
    : [];
  return { ...preview, files };
}
