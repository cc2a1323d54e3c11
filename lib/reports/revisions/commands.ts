import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { fromContent, getFormat, toContent } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import { canonical, canonicalSection, contentHash, sha256 } from "@/lib/format/hash";
import { openings } from "@/lib/reports/editing/rules";
import { lockReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { restored, restoredOrigins } from "@/lib/reports/revisions/rules";
import type { NameInput, RestoreInput } from "@/lib/reports/revisions/schema";
import { type NewText, storeSections } from "@/lib/reports/sections/commands";
import { availableActions } from "@/lib/reports/workflow";
import type { Prisma } from "@/prisma/generated/client";
import type { RevisionReason } from "@/prisma/generated/enums";

type Frozen = Pick<ReportRecord, "id" | "identity" | "sections" | "hashes" | "contentHash">;

interface WrittenRevision {
  id: string;
  no: number;
  contentHash: string;
}

/** Freezes the record's text as the next 稿 of a report whose row is locked. */
export async function writeRevision(
  tx: Prisma.TransactionClient,
  record: Frozen,
  why: { reason: RevisionReason; name?: string },
  actor: Actor,
  now: Date,
): Promise<WrittenRevision> {
  const last = await tx.revision.findFirst({
    where: { reportId: record.id },
    orderBy: { no: "desc" },
    select: { no: true },
  });
  return tx.revision.create({
    data: {
      ...why,
      reportId: record.id,
      no: (last?.no ?? 0) + 1,
      contentHash: record.contentHash,
      sectionHashes: canonical(record.hashes),
      content: canonical(toContent(record.identity, record.sections)),
      createdById: actor.userId,
      createdByName: actor.name,
      createdAt: now,
    },
    select: { id: true, no: true, contentHash: true },
  });
}

/**
 * 命名留存: the text as it stands becomes a 稿 with a name.
 * @throws NOT_FOUND; FORBIDDEN and CONFLICT as for a save; CONFLICT when the text is another now
 */
export async function nameRevision(
  actor: Actor,
  reportId: string,
  { name, version }: NameInput,
  now: Date,
): Promise<WrittenRevision> {
  return db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    checkDrafting(record, actor, version);
    return writeRevision(tx, record, { reason: "NAMED", name }, actor, now);
  });
}

/**
 * 恢复: the text of an older 稿 becomes the present one, and a new 稿; what stood there before stays
 * as a 稿 of its own. In 退回修改 only what was returned comes back.
 * @throws NOT_FOUND; FORBIDDEN and CONFLICT as for a save; CONFLICT when the text is another now
 *   than the person saw, or there is nothing to bring back
 */
export async function restoreRevision(
  actor: Actor,
  reportId: string,
  { no, version }: RestoreInput,
  now: Date,
): Promise<WrittenRevision> {
  return db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    checkDrafting(record, actor, version);
    const old = await tx.revision.findUnique({
      where: { reportId_no: { reportId, no } },
      select: { content: true },
    });
    if (!old) throw notFoundError();
    const format = getFormat(record.identity.format);
    const text = fromContent(JSON.parse(old.content));
    const sections = restored(format, record.sections, text, openings(record));
    const name = `恢复自第 ${no} 稿`;
    const back = { sections, name, from: { from: no } };
    const revision = await bringBack(tx, actor, record, back, now);
    if (revision) return revision;
    throw new AppError("CONFLICT", [`现在可以修改的部分与第 ${no} 稿完全一致，不需要恢复。`]);
  });
}

/**
 * An older text as the present one and a new 稿, what stood there before kept as a 稿 too; null
 * where nothing would change. The report's row is locked.
 * @param old `from` is what the log says of where it comes from
 */
export async function bringBack(
  tx: Prisma.TransactionClient,
  actor: Actor,
  record: ReportRecord,
  old: { sections: ReportRecord["sections"]; name: string; from: Record<string, unknown> },
  now: Date,
): Promise<WrittenRevision | null> {
  const { sections, name, from } = old;
  const texts = changedTexts(record, sections);
  if (!texts.length) return null;
  await keepPresent(tx, record, actor, now);
  await storeSections(tx, actor, record.id, texts, now);
  const hashes = { ...record.hashes, ...Object.fromEntries(texts.map((t) => [t.key, t.hash])) };
  const present = { ...record, sections, hashes };
  const frozen = { ...present, contentHash: contentHash(record.identity, hashes) };
  const revision = await writeRevision(tx, frozen, { reason: "RESTORED", name }, actor, now);
  const data = { revision: revision.no, ...from, contentHash: frozen.contentHash };
  const who = { id: actor.userId, name: actor.name };
  const { bureau: chain } = record.identity;
  const subject = record.id;
  await appendAudit(tx, { chain, type: "revision-restored", actor: who, subject, data }, now);
  return revision;
}

/** @throws FORBIDDEN, CONFLICT where the actor may not save in the report now */
export function checkSaving(record: ReportRecord, actor: Actor): void {
  const save = availableActions(record, actor).find((action) => action.event === "save");
  if (save?.refusal) throw new AppError(save.refusal, save.reasons);
}

function checkDrafting(record: ReportRecord, actor: Actor, version: number): void {
  checkSaving(record, actor);
  if (record.version !== version) {
    throw new AppError("CONFLICT", ["报告刚刚被改过，请刷新页面，看过现在的内容后再操作。"]);
  }
}

function changedTexts(record: ReportRecord, sections: ReportRecord["sections"]): NewText[] {
  return (Object.keys(sections) as SectionKey[])
    .map((key) => {
      const content = canonicalSection(sections[key]);
      const origins = restoredOrigins(record.sections[key], sections[key]);
      return { key, content, hash: sha256(content), origins, apart: true };
    })
    .filter(({ key, hash }) => record.hashes[key] !== hash);
}

/** The text that is about to go stays as a 稿, unless one has it already. */
async function keepPresent(
  tx: Prisma.TransactionClient,
  record: ReportRecord,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id: reportId, contentHash } = record;
  const known = await tx.revision.findFirst({
    where: { reportId, contentHash },
    select: { no: true },
  });
  if (!known) await writeRevision(tx, record, { reason: "KEPT" }, actor, now);
}
