import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { renderArticle } from "@/lib/exporting/html";
import { renderJson } from "@/lib/exporting/json";
import { renderPdf } from "@/lib/exporting/pdf";
import { getFormat } from "@/lib/format/content";
import { canonical, contentHash, sectionHashes, sha256 } from "@/lib/format/hash";
import { publicationLabel, titleOf } from "@/lib/publications/rules";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import type { Prisma } from "@/prisma/generated/client";

/** A file of a publication, ready to be stored. */
export interface RenderedFile {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  size: number;
  sha256: string;
}

/** Every file of the next publication, with `publishedAt` as its clock. */
export async function renderFiles(
  record: ReportRecord,
  publishedAt: Date,
): Promise<RenderedFile[]> {
  const { identity, bureauName, sections, contentHash } = record;
  const label = publicationLabel(record.publication);
  const printed = {
    identity,
    bureauName,
    sections,
    publication: { label, publishedAt, contentHash },
  };
  const pdf = await renderPdf(printed, { fontDir: env.FONT_DIR });
  return [
    file(
      "report.html",
      "text/html; charset=utf-8",
      new TextEncoder().encode(renderArticle(printed)),
    ),
    file("report.pdf", "application/pdf", pdf),
    file("report.json", "application/json", renderJson(printed)),
  ];
}

function file(name: string, mime: string, bytes: Uint8Array): RenderedFile {
  return {
    name,
    mime,
    bytes: new Uint8Array(bytes),
    size: bytes.byteLength,
    sha256: sha256(bytes),
  };
}

interface NewPublication {
  record: ReportRecord;
  revisionId: string;
  files: RenderedFile[];
  changeNote: string;
}

/** Publications follow each other one by one: each names the hash of the one before. */
const CHAIN_LOCK = 20_211_231;

/**
 * Stores a publication and its bytes, chained to the one before, in the event's transaction.
 * @throws INVALID where the text is not the one that its hashes name
 */
export async function writePublication(
  tx: Prisma.TransactionClient,
  { record, revisionId, files, changeNote }: NewPublication,
  actor: Actor,
  publishedAt: Date,
): Promise<{ no: number; label: string; publication: string; files: Record<string, string> }> {
  checkSeal(record);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`;
  const last = await tx.publication.findFirst({
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  const fileHashes = Object.fromEntries(files.map((f) => [f.name, f.sha256]));
  const facts = {
    seq: (last?.seq ?? 0) + 1,
    reportId: record.id,
    no: (record.publication?.no ?? 0) + 1,
    label: publicationLabel(record.publication),
    title: titleOf(record),
    revisionId,
    contentHash: record.contentHash,
    publishedAt: publishedAt.toISOString(),
    publishedById: actor.userId,
    publishedBy: actor.name,
    changeNote,
    previousHash: last?.hash ?? null,
  };
  const hash = sha256(canonical({ ...facts, files: fileHashes }));
  await tx.publication.create({
    data: { ...facts, hash, files: { create: files } },
    select: { id: true },
  });
  return { no: facts.no, label: facts.label, publication: hash, files: fileHashes };
}

/** People judged hashes: what is printed must be the text behind them, whoever changed a row. */
function checkSeal({ identity, sections, contentHash: judged }: ReportRecord): void {
  const format = getFormat(identity.format);
  if (contentHash(identity, sectionHashes(format, sections)) === judged) return;
  throw new AppError("INVALID", [
    "文稿内容与校验码不符，可能在系统之外被改动过，不能发布。请联系系统管理员和审计管理员核查。",
  ]);
}
