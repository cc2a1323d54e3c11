import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { notFoundError } from "@/lib/errors";
import { changesPages, cleanPages, markedPages } from "@/lib/exporting/handout";
import { renderChangesPdf, renderPagesPdf } from "@/lib/exporting/pdf";
import { markSections } from "@/lib/reports/comparisons/rules";
import { getHandout } from "@/lib/reports/handouts/queries";
import { changeRows } from "@/lib/reports/handouts/rules";
import {
  type HandoutKind,
  type HandoutType,
  handoutKinds,
  readHandoutName,
} from "@/lib/reports/handouts/schema";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

const mimes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

/**
 * Two 稿 as a document for a meeting: 修改对照表, 花脸稿, or 清稿 of the later one. Nothing of the
 * report changes; taking it out of the house is a fact in the log, as with any file.
 * @throws NOT_FOUND behind the wall, for a 稿 that is not there and a document that is none;
 *   INVALID for one 稿 twice
 */
export async function exportHandout(
  actor: Actor,
  reportId: string,
  { name, from, to }: DiffQuery & { name: string },
  now: Date,
) {
  const wanted = readHandoutName(name);
  if (!wanted) throw notFoundError();
  const { kind, type } = wanted;
  const found = await getHandout(actor, reportId, { from, to }, now);
  const bytes = await render(found, kind, type);
  const { identity, bureauName } = found.handout;
  const { bureau: chain, year } = identity;
  const who = { id: actor.userId, name: actor.name };
  const entry = { chain, type: "exported" as const, actor: who, subject: reportId };
  const { contentHash } = found.handout.to;
  const against = kind === "clean" ? {} : { against: from };
  const data = { name, ...against, revision: to, contentHash };
  await db.$transaction((tx) => appendAudit(tx, { ...entry, data }, now));
  const nos = kind === "clean" ? `第${to}稿` : `第${from}稿至第${to}稿`;
  return {
    mime: mimes[type],
    bytes,
    name: `${chain}-${year}-${from}-${to}-${name}`,
    title: `${bureauName}${year}年度报告${handoutKinds[kind]}（${nos}）.${type}`,
  };
}

type Found = Awaited<ReturnType<typeof getHandout>>;

/** The same 稿 and reasons give the same bytes: the later 稿's time is the clock of a file. */
async function render(found: Found, kind: HandoutKind, type: HandoutType): Promise<Uint8Array> {
  const { handout, format, reasons } = found;
  const { from, to } = handout;
  const options = { fontDir: env.FONT_DIR };
  const mark = () => markSections(format, from.sections, to.sections);
  if (kind === "changes") {
    const pages = changesPages(handout, changeRows(format, mark(), reasons));
    if (type === "pdf") return renderChangesPdf(pages, options);
    return (await word()).renderChangesWord(pages, to.createdAt);
  }
  const pages = kind === "marked" ? markedPages(handout, mark()) : cleanPages(handout, to.sections);
  if (type === "pdf") return renderPagesPdf(pages, options);
  return (await word()).renderPagesWord(pages, to.createdAt);
}

/** What writes Word files is large and seldom wanted. */
function word() {
  return import("@/lib/exporting/word");
}
