import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getFormat, type Sections } from "@/lib/format/content";
import type { SectionKey } from "@/lib/format/format";
import { canonical, canonicalSection, contentHash, sha256 } from "@/lib/format/hash";
import { type ImportedText, readText } from "@/lib/importing/text";
import { closedReason } from "@/lib/reports/editing/rules";
import { lockReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { identityQuestions, originsOf, withImported } from "@/lib/reports/imports/rules";
import { can } from "@/lib/reports/policy";
import { writeRevision } from "@/lib/reports/revisions/commands";
import { type NewText, storeSections } from "@/lib/reports/sections/commands";
import type { Prisma } from "@/prisma/generated/client";

export interface ImportInput {
  reportId: string;
  text: string;
  /** The person saw that bureau or year differ, or are not named, and wants it all the same. */
  confirmed: boolean;
  /** Version of the report whose text the person saw beside this one. */
  version?: number | undefined;
}

/**
 * Stores what a text holds, all or nothing, as one revision marked imported;
 * what stood there before is kept as a revision of its own.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (lane; changed since it was seen; another bureau or year, or none named),
 *   INVALID (nothing found)
 */
export async function importText(
  actor: Actor,
  input: ImportInput,
  now: Date,
): Promise<ImportedText> {
  return db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, input.reportId, now);
    const read = readText(input.text, getFormat(record.identity.format));
    checkImport(actor, record, read, input);
    await keepPresent(tx, record, actor, now);
    await storeImport(tx, record, read, actor, now);
    return read;
  });
}

function checkImport(
  actor: Actor,
  record: ReportRecord,
  read: ImportedText,
  { confirmed, version }: ImportInput,
): void {
  if (!can(actor, "draft", record)) {
    throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以导入文稿。"]);
  }
  const found = Object.keys(read.sections) as SectionKey[];
  if (!found.length)
    throw new AppError("INVALID", ["没有从来稿中读出任何部分，请检查粘贴的内容。"]);
  const sections = withImported(getFormat(record.identity.format), record.sections, read.sections);
  if (found.some((key) => closedReason(record, key, sections[key]))) {
    throw new AppError("CONFLICT", [
      "报告现在不能整体修改（已送审、已发布，或只退回了部分内容），不能导入。",
    ]);
  }
  if (version !== undefined && version !== record.version) {
    const reason = "报告在您核对期间有了变化，没有存入。请返回重新读取，核对以后再存入。";
    throw new AppError("CONFLICT", [reason], { version: record.version });
  }
  const { name, shortNames } = record.register;
  const questions = identityQuestions(read, { names: [name, ...shortNames], year: record.year });
  if (questions.length && !confirmed) throw new AppError("CONFLICT", questions, { confirm: true });
}

/** The text that an import replaces stays as a revision, unless there is nothing in it. */
async function keepPresent(
  tx: Prisma.TransactionClient,
  record: ReportRecord,
  actor: Actor,
  now: Date,
): Promise<void> {
  if (record.lastEditorId) await writeRevision(tx, record, { reason: "KEPT" }, actor, now);
}

async function storeImport(
  tx: Prisma.TransactionClient,
  record: ReportRecord,
  read: ImportedText,
  actor: Actor,
  now: Date,
): Promise<void> {
  const sections = withImported(getFormat(record.identity.format), record.sections, read.sections);
  const texts = changedTexts(record, sections, read);
  if (texts.length) await storeSections(tx, actor, record.id, texts, now);
  const hashes = { ...record.hashes, ...Object.fromEntries(texts.map((t) => [t.key, t.hash])) };
  const imported = { ...record, sections, hashes };
  const hash = contentHash(record.identity, hashes);
  const revision = await writeRevision(
    tx,
    { ...imported, contentHash: hash },
    { reason: "IMPORTED" },
    actor,
    now,
  );
  await keepSource(tx, record.id, read, actor, now);
  await appendAudit(
    tx,
    {
      chain: record.identity.bureau,
      type: "imported",
      actor: { id: actor.userId, name: actor.name },
      subject: record.id,
      data: { revision: revision.no, contentHash: hash, doubts: read.doubts.length },
    },
    now,
  );
}

function changedTexts(record: ReportRecord, sections: Sections, read: ImportedText): NewText[] {
  const format = getFormat(record.identity.format);
  return (Object.keys(read.sections) as (keyof Sections)[])
    .map((key) => {
      const content = canonicalSection(sections[key]);
      const origins = originsOf(format, key, read.sections[key] ?? sections[key]);
      return { key, content, hash: sha256(content), origins, apart: true };
    })
    .filter(({ key, hash }) => record.hashes[key] !== hash);
}

/** Printed totals and headings stay beside the content until they are settled. */
async function keepSource(
  tx: Prisma.TransactionClient,
  reportId: string,
  read: ImportedText,
  actor: Actor,
  now: Date,
): Promise<void> {
  const source = {
    content: canonical(read.source),
    importedAt: now,
    importedById: actor.userId,
    settledAt: null,
    settledById: null,
  };
  await tx.reportSource.upsert({
    where: { reportId },
    create: { reportId, ...source },
    update: source,
  });
}
