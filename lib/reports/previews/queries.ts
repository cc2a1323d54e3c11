import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { notFoundError } from "@/lib/errors";
import { renderArticle } from "@/lib/exporting/html";
import { fromContent } from "@/lib/format/content";
import { readStoredArticle } from "@/lib/publications/queries";
import { publicPath } from "@/lib/publications/rules";
import type { StoredFile } from "@/lib/publications/schema";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { can, visibleTo } from "@/lib/reports/policy";
import { getRevision } from "@/lib/reports/revisions/queries";
import type { RevisionPage } from "@/lib/reports/revisions/schema";
import { isDrafting } from "@/lib/reports/rules";

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

/** The text of a 稿 as it stood, printed as the report is. @throws NOT_FOUND */
export async function getRevisionPage(actor: Actor, id: string, no: number): Promise<RevisionPage> {
  const [revision, report] = await Promise.all([
    getRevision(actor, id, no),
    db.report.findFirst({
      where: { id, ...visibleTo(actor) },
      select: { bureauId: true, draft: true, version: true, bureau: { select: { name: true } } },
    }),
  ]);
  if (!report) throw notFoundError();
  const { version, bureau } = report;
  const { content: identity } = revision;
  const sections = fromContent(identity);
  const bureauName = bureau.name;
  const article = renderArticle({ identity, bureauName, sections, publication: null });
  const canEdit = can(actor, "draft", report) && isDrafting(report.draft);
  return { ...revision, bureauName, version, canEdit, article };
}

interface PublishingPage extends ReportPreview {
  /** Where anybody reads it, in full. */
  address: string;
  files: StoredFile[];
}

/**
 * The preview with the files of the last publication; none before the first. While nothing is
 * under way for another version, the article is the stored one. @throws NOT_FOUND
 */
export async function getPublishing(actor: Actor, id: string, now: Date): Promise<PublishingPage> {
  const preview = await getPreview(actor, id, now);
  const { publication, draft, identity } = preview.record;
  const path = publicPath(
    identity.bureau,
    identity.year,
    identity.scope === "own" ? "OWN" : "AREA",
  );
  const address = new URL(path, env.APP_URL).href;
  if (!publication) return { ...preview, address, files: [] };
  const { id: publicationId, files } = await db.publication.findUniqueOrThrow({
    where: { reportId_no: { reportId: preview.record.id, no: publication.no } },
    select: {
      id: true,
      files: { select: { name: true, size: true, sha256: true }, orderBy: { name: "desc" } },
    },
  });
  if (draft !== "IDLE") return { ...preview, address, files };
  return { ...preview, address, article: await readStoredArticle(publicationId), files };
}
