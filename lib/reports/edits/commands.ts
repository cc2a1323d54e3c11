import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { chinaTime } from "@/lib/exporting/china-time";
import { findSection, getFormat, type SectionContent } from "@/lib/format/content";
import type { ReportFormat, SectionKey } from "@/lib/format/format";
import { closedReason } from "@/lib/reports/editing/rules";
import type { SectionRestoreInput } from "@/lib/reports/edits/schema";
import { lockReport } from "@/lib/reports/facts/queries";
import { parseSection } from "@/lib/reports/facts/rules";
import { bringBack, checkSaving } from "@/lib/reports/revisions/commands";
import { withPlaces } from "@/lib/reports/sections/rules";
import type { Prisma } from "@/prisma/generated/client";

/**
 * 恢复 of one section: what somebody saved there before, or a text of a clash, becomes the present
 * one in a new 稿; what stood there stays as a 稿 of its own. Answers the number of the new 稿.
 * @throws NOT_FOUND; FORBIDDEN and CONFLICT as for a save; CONFLICT when the section is another now
 *   than the person saw, or nothing would change
 */
export async function restoreSection(
  actor: Actor,
  { reportId, key }: { reportId: string; key: string },
  input: SectionRestoreInput,
  now: Date,
): Promise<{ no: number }> {
  return db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    const section = findSection(getFormat(record.identity.format), key);
    if (!section) throw notFoundError();
    checkSaving(record, actor);
    if (record.versions[section.key].version !== input.version) {
      throw new AppError("CONFLICT", ["这一部分刚刚被改过，请刷新页面，看过现在的内容后再恢复。"]);
    }
    const format = getFormat(record.identity.format);
    const old = await findOldText(tx, { reportId, key: section.key, format }, input);
    const text = withPlaces(format, section.key, record.sections[section.key], old);
    const closed = closedReason(record, section.key, text);
    if (closed) throw new AppError("CONFLICT", [closed]);
    const sections = { ...record.sections, [section.key]: text };
    const name = `恢复“${section.label}”：${old.words}`;
    const back = { sections, name, from: { section: key } };
    const revision = await bringBack(tx, actor, record, back, now);
    if (revision) return revision;
    throw new AppError("CONFLICT", ["这一部分现在就是这样的内容，不需要恢复。"]);
  });
}

interface OldText {
  /** Whose it was, and when. */
  words: string;
  content: SectionContent;
  /** Of a clash, the places that come back; null for the whole section. */
  places: string[] | null;
}

async function findOldText(
  tx: Prisma.TransactionClient,
  { reportId, key, format }: { reportId: string; key: SectionKey; format: ReportFormat },
  input: SectionRestoreInput,
): Promise<OldText> {
  if ("clash" in input) {
    const select = { places: true, stored: true, refused: true, byName: true, at: true } as const;
    const where = { id: input.clash, reportId, key };
    const clash = await tx.sectionClash.findFirst({ where, select });
    if (!clash) throw notFoundError();
    const { places } = clash;
    const words = clashWords[input.text](clash.byName, chinaTime(clash.at));
    return { words, places, content: parseSection(format, key, clash[input.text]) };
  }
  const { by, slot } = input;
  const [edit] = await tx.$queryRaw<{ who: string; at: Date; content: string }[]>`
    SELECT u.name AS who, h."savedAt" AS at, h.content
    FROM "SectionHistory" h JOIN "User" u ON u.id = h."userId"
    WHERE h."reportId" = ${reportId}::uuid AND h.key = ${key} AND h."userId" = ${by}::uuid
      AND h.slot = ${new Date(slot)}`;
  if (!edit) throw notFoundError();
  const words = `${edit.who} ${chinaTime(edit.at)} 的内容`;
  return { words, places: null, content: parseSection(format, key, edit.content) };
}

const clashWords = {
  stored: (_: string, at: string) => `${at} 同时修改时已保存的内容`,
  refused: (who: string, at: string) => `${who} ${at} 同时修改时没有存入的内容`,
};
