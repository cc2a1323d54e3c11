import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { getFormat, type SectionContent } from "@/lib/format/content";
import type { ReportFormat, SectionKey } from "@/lib/format/format";
import { canonicalSection, sha256 } from "@/lib/format/hash";
import { closedReason } from "@/lib/reports/editing/rules";
import { loadReport } from "@/lib/reports/facts/queries";
import { parseSection } from "@/lib/reports/facts/rules";
import type { Origin } from "@/lib/reports/facts/schema";
import { can, readableBureaus } from "@/lib/reports/policy";
import { isDrafting } from "@/lib/reports/rules";
import {
  historySlot,
  isLate,
  losesText,
  type Merged,
  mergeSection,
  withSave,
} from "@/lib/reports/sections/rules";
import type { SaveOrder, SectionChange } from "@/lib/reports/sections/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { DraftState } from "@/prisma/generated/enums";

export interface SaveInput {
  reportId: string;
  key: string;
  /** Version of the section that the person's text started from. */
  ifMatch: number;
  change: SectionChange;
  /** Where the sender counts its saves: one that came already, or late, changes nothing. */
  order?: SaveOrder | null;
}

interface LockedSection {
  bureauId: string;
  draft: DraftState;
  format: string;
  version: number;
  hash: string;
  content: string;
  saves: SaveOrder[];
  /** What the actor saved last in this quarter of an hour, where it is not what stands there now. */
  earlier: { content: string; places: string[] } | null;
}

/**
 * Stores a section of a report in 拟稿中 or 退回修改. A save from behind also answers what the
 * text has become. One that clashes with somebody else's change is refused, and both texts stand
 * in the history, whichever is chosen afterwards.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT (lane, or somebody else's change: both contents in
 *   `extra`), INVALID (an illegal value, naming the cell)
 */
export async function saveSection(actor: Actor, input: SaveInput, now: Date) {
  const answer = await db.$transaction(async (tx) => {
    const locked = await lockSection(tx, actor, input, now);
    // An answer that was lost is given again, even where the report has moved on since.
    const { order } = input;
    if (order && can(actor, "draft", locked) && isLate(locked.saves, order)) {
      const merged = parseSection(getFormat(locked.format), input.key, locked.content);
      return { version: locked.version, hash: locked.hash, merged };
    }
    checkLane(actor, locked);
    const format = getFormat(locked.format);
    const current = parseSection(format, input.key, locked.content);
    const behind = input.ifMatch !== locked.version;
    const merged = mergeSection(format, input.key, current, input.change, behind);
    if (merged.kind === "illegal") throw new AppError("INVALID", merged.reasons);
    await checkOpen(tx, actor, input, { locked, merged }, now);
    if (merged.kind === "conflict") {
      await keepClash(tx, actor, input, locked, merged, now);
      // Thrown after the commit only, or what is kept would be rolled back.
      return conflict(merged.places, current, input, locked);
    }
    const content = canonicalSection(merged.content);
    const hash = sha256(content);
    // Whoever was behind has not seen what else is in the text now.
    const seen = behind ? { hash, merged: merged.content } : { hash };
    if (hash === locked.hash) return { version: locked.version, ...seen };
    const origins = Object.fromEntries(merged.changed.map((place) => [place, "typed" as const]));
    const saves = order ? withSave(locked.saves, order) : locked.saves;
    const apart = isLost(locked, format, input.key, current);
    const text = { key: input.key, content, hash, origins, apart, saves };
    const versions = await storeSections(tx, actor, input.reportId, [text], now);
    return { version: versions.get(input.key) ?? locked.version, ...seen };
  });
  if (answer instanceof AppError) throw answer;
  return answer;
}

/** Whether another person's save left what the actor saved before in the history alone. */
function isLost(
  { earlier }: LockedSection,
  format: ReportFormat,
  key: string,
  current: SectionContent,
): boolean {
  if (!earlier) return false;
  return losesText(earlier.places, parseSection(format, key, earlier.content), current);
}

/** Locks report and section; both rows are read as they stand once the lock is held. */
async function lockSection(
  tx: Prisma.TransactionClient,
  actor: Actor,
  input: SaveInput,
  now: Date,
): Promise<LockedSection> {
  const [locked] = await tx.$queryRaw<LockedSection[]>`
    SELECT r."bureauId", r.draft, r.format, s.version, s.hash, s.content, s.saves, (
      SELECT CASE WHEN h.hash <> s.hash
        THEN json_build_object('content', h.content, 'places', h.places) END
      FROM "SectionHistory" h
      WHERE h."reportId" = r.id AND h.key = s.key AND h."userId" = ${actor.userId}::uuid
        AND h.slot >= ${historySlot(now)} ORDER BY h.slot DESC LIMIT 1) AS earlier
    FROM "Report" r JOIN "ReportSection" s ON s."reportId" = r.id AND s.key = ${input.key}
    WHERE r.id = ${input.reportId}::uuid AND r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])
    FOR UPDATE`;
  if (!locked) throw notFoundError();
  return locked;
}

function checkLane(actor: Actor, locked: LockedSection): void {
  if (!can(actor, "draft", locked)) {
    throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以修改报告。"]);
  }
  if (isDrafting(locked.draft)) return;
  throw new AppError("CONFLICT", [
    "报告已经送审或发布，现在不能修改。您输入的内容还在页面上，请先复制留存，再刷新页面。",
  ]);
}

/** In 退回修改 only what was returned. */
async function checkOpen(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { reportId, key }: SaveInput,
  { locked, merged }: { locked: LockedSection; merged: Exclude<Merged, { kind: "illegal" }> },
  now: Date,
): Promise<void> {
  if (locked.draft !== "RETURNED") return;
  const wanted = merged.kind === "merged" ? merged.content : merged.refused;
  const record = await loadReport(tx, actor, reportId, now);
  const reason = closedReason(record, key as SectionKey, wanted);
  if (reason) throw new AppError("CONFLICT", [reason]);
}

/** Both texts of a clash, once, however often the same request comes. */
async function keepClash(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { reportId, key }: SaveInput,
  { version, content: stored }: LockedSection,
  clash: Extract<Merged, { kind: "conflict" }>,
  now: Date,
): Promise<void> {
  const refused = canonicalSection(clash.refused);
  const texts = { version, places: clash.places, stored, refused, hash: sha256(refused) };
  const who = { byId: actor.userId, byName: actor.name, at: now };
  const data = [{ reportId, key, ...texts, ...who }];
  await tx.sectionClash.createMany({ data, skipDuplicates: true });
}

function conflict(places: string[], current: SectionContent, input: SaveInput, at: LockedSection) {
  const reason = "这一部分刚刚被其他人或其他窗口改过。两份内容都保留着，请选择采用哪一份。";
  return new AppError("CONFLICT", [reason], {
    places,
    version: at.version,
    hash: at.hash,
    theirs: current,
    yours: input.change,
  });
}

/** A section's new text, ready to be stored. */
export interface NewText {
  key: string;
  /** Canonical JSON. */
  content: string;
  /** SHA-256 of `content`. */
  hash: string;
  origins: Record<string, Origin>;
  /** Whether what the actor saved before stays as a row of its own: it stands nowhere else. */
  apart: boolean;
  /** Of a save; an import leaves those that are stored. */
  saves?: SaveOrder[];
}

/**
 * Stores texts of a report whose row is locked, with their folded history rows.
 * Answers the new version of each section, by key.
 */
export async function storeSections(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
  texts: NewText[],
  now: Date,
): Promise<Map<string, number>> {
  const saved = await tx.$queryRaw<{ key: string; version: number }[]>`
    WITH new AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
        AS n(key text, content text, hash text, origins jsonb, apart boolean, saves jsonb)
    ), s AS (
      UPDATE "ReportSection" t SET version = t.version + 1, hash = new.hash,
        content = new.content, origins = t.origins || new.origins,
        saves = coalesce(new.saves, t.saves), "updatedAt" = ${now}, "updatedById" = ${actor.userId}::uuid
      FROM new WHERE t."reportId" = ${reportId}::uuid AND t.key = new.key
      RETURNING t.key, t.version, t.hash, t.content, new.apart, new.origins
    ), r AS (UPDATE "Report" SET version = version + 1 WHERE id = ${reportId}::uuid)
    INSERT INTO "SectionHistory"
      ("reportId", key, "userId", slot, places, version, hash, content, "savedAt")
    SELECT ${reportId}::uuid, s.key, ${actor.userId}::uuid, coalesce((
        SELECT max(h.slot) + CASE WHEN s.apart THEN interval '1 ms' ELSE interval '0' END
        FROM "SectionHistory" h
        WHERE h."reportId" = ${reportId}::uuid AND h.key = s.key
          AND h."userId" = ${actor.userId}::uuid AND h.slot >= ${historySlot(now)}
      ), ${historySlot(now)}), ARRAY(SELECT jsonb_object_keys(s.origins)), s.version, s.hash, s.content, ${now} FROM s
    ON CONFLICT ("reportId", key, "userId", slot) DO UPDATE SET version = excluded.version,
      hash = excluded.hash, content = excluded.content, "savedAt" = excluded."savedAt",
      places = ARRAY(SELECT DISTINCT unnest("SectionHistory".places || excluded.places))
    RETURNING key, version`;
  return new Map(saved.map(({ key, version }) => [key, version]));
}

/** A reviewer's text: no window counted it, and it takes no place of somebody's autosave. */
export type AmendedText = Omit<NewText, "apart" | "saves">;

/**
 * 领导直接改稿: stores texts of a report whose row is locked. They stand in the history as the 稿
 * that comes of them, and make nobody a drafter.
 */
export async function overwriteSections(
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
  texts: AmendedText[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ReportSection" t SET version = t.version + 1, hash = new.hash, content = new.content,
      origins = t.origins || new.origins, "updatedAt" = ${now}, "updatedById" = ${actor.userId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      AS new(key text, content text, hash text, origins jsonb)
    WHERE t."reportId" = ${reportId}::uuid AND t.key = new.key`;
}
