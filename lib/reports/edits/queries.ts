import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { renderSectionAlone } from "@/lib/exporting/html";
import { getFormat } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import { editableSections } from "@/lib/reports/editing/rules";
import { type EditRow, editOf } from "@/lib/reports/edits/rules";
import type { ClashPage, EditPage, EditQuery, EditText } from "@/lib/reports/edits/schema";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { clashOf } from "@/lib/reports/history/rules";
import { can, readableBureaus, visibleTo } from "@/lib/reports/policy";
import { sectionChanges } from "@/lib/reports/revisions/rules";

/** What a person saved in a section, against what stood there before it. @throws NOT_FOUND */
export async function getEdit(
  actor: Actor,
  reportId: string,
  { section, by, slot }: EditQuery,
): Promise<EditText> {
  const [row] = await db.$queryRaw<EditRow[]>`
    SELECT r.format, h.key AS section, u.name AS who, h."savedAt" AS at, h.content, (
      SELECT json_build_object('who', pu.name, 'at', p."savedAt", 'content', p.content)
      FROM "SectionHistory" p JOIN "User" pu ON pu.id = p."userId"
      WHERE p."reportId" = h."reportId" AND p.key = h.key AND p.version < h.version
      ORDER BY p.version DESC LIMIT 1) AS saved, (
      SELECT json_build_object('who', v."createdByName", 'at', v."createdAt", 'no', v.no,
        'content', v.content)
      FROM "Revision" v WHERE v."reportId" = h."reportId" AND v."createdAt" < h."savedAt"
      ORDER BY v.no DESC LIMIT 1) AS revision
    FROM "SectionHistory" h JOIN "Report" r ON r.id = h."reportId" JOIN "User" u ON u.id = h."userId"
    WHERE h."reportId" = ${reportId}::uuid AND r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])
      AND h.key = ${section} AND h."userId" = ${by}::uuid AND h.slot = ${new Date(slot)}`;
  if (!row) throw notFoundError();
  return editOf(row);
}

/** The same with the report around it. @throws NOT_FOUND */
export async function getEditPage(
  actor: Actor,
  reportId: string,
  query: EditQuery,
  now: Date,
): Promise<EditPage> {
  const [record, edit] = await Promise.all([
    loadReport(db, actor, reportId, now),
    getEdit(actor, reportId, query),
  ]);
  const { section, content } = edit;
  const article = renderSectionAlone(record.identity, section, content);
  const format = getFormat(record.identity.format);
  const ahead = sectionChanges(format, section, record.sections[section], content);
  return { ...pageOf(record, actor, section), edit, article, ahead };
}

/** Two texts that clashed, with the report around them. @throws NOT_FOUND */
export async function getClashPage(
  actor: Actor,
  reportId: string,
  id: string,
  now: Date,
): Promise<ClashPage> {
  const [record, row] = await Promise.all([
    loadReport(db, actor, reportId, now),
    db.sectionClash.findFirst({
      where: { id, reportId, report: visibleTo(actor) },
      select: {
        id: true,
        key: true,
        places: true,
        stored: true,
        refused: true,
        byName: true,
        at: true,
      },
    }),
  ]);
  if (!row) throw notFoundError();
  const { byName: who, at } = row;
  const clash = clashOf(getFormat(record.identity.format), row);
  return { ...pageOf(record, actor, row.key as SectionKey), who, at, clash };
}

function pageOf(record: ReportRecord, actor: Actor, section: SectionKey) {
  const { bureauName, year, identity, versions } = record;
  const isOpen = can(actor, "draft", record) && editableSections(record).includes(section);
  const restorable = isOpen ? versions[section].version : null;
  return { bureauName, year, format: identity.format, restorable };
}
