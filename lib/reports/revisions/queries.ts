import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { fromContent, getFormat, type ReportContent } from "@/lib/format/content";
import { visibleTo } from "@/lib/reports/policy";
import { changesBetween } from "@/lib/reports/revisions/rules";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

const listed = {
  no: true,
  reason: true,
  name: true,
  contentHash: true,
  createdByName: true,
  createdAt: true,
} as const;

/** All 稿 of a report, newest first. @throws NOT_FOUND */
export async function listRevisions(actor: Actor, reportId: string) {
  const report = await db.report.findFirst({
    where: { id: reportId, ...visibleTo(actor) },
    select: { revisions: { select: listed, orderBy: { no: "desc" } } },
  });
  if (!report) throw notFoundError();
  return report.revisions;
}

/** One 稿 with its content. @throws NOT_FOUND */
export async function getRevision(actor: Actor, reportId: string, no: number) {
  const revision = await db.revision.findFirst({
    where: { reportId, no, report: visibleTo(actor) },
    select: { ...listed, sectionHashes: true, content: true },
  });
  if (!revision) throw notFoundError();
  const { content, sectionHashes, ...rest } = revision;
  return {
    ...rest,
    sectionHashes: JSON.parse(sectionHashes) as Record<string, string>,
    content: JSON.parse(content) as ReportContent,
  };
}

/** Where two 稿 of a report differ. @throws NOT_FOUND */
export async function compareRevisions(actor: Actor, reportId: string, { from, to }: DiffQuery) {
  const [before, after] = await Promise.all([
    getRevision(actor, reportId, from),
    getRevision(actor, reportId, to),
  ]);
  const format = getFormat(after.content.format);
  return changesBetween(format, fromContent(before.content), fromContent(after.content));
}
