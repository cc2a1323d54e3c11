import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { renderArticle } from "@/lib/exporting/html";
import { readStoredArticle } from "@/lib/publications/queries";
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

/**
 * The preview with the files of the last publication; none before the first. While nothing is
 * under way for another version, the article is the stored one. @throws NOT_FOUND
 */
export async function getPublishing(
  actor: Actor,
  id: string,
  now: Date,
): Promise<ReportPreview & { files: StoredFile[] }> {
  const preview = await getPreview(actor, id, now);
  const { publication, draft } = preview.record;
  if (!publication) return { ...preview, files: [] };
  const { id: publicationId, files } = await db.publication.findUniqueOrThrow({
    where: { reportId_no: { reportId: preview.record.id, no: publication.no } },
    select: {
      id: true,
      files: { select: { name: true, size: true, sha256: true }, orderBy: { name: "desc" } },
    },
  });
  if (draft !== "IDLE") return { ...preview, files };
  return { ...preview, article: await readStoredArticle(publicationId), files };
}
