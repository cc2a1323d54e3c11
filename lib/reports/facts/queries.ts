import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { supervisingBureaus } from "@/lib/bureaus/policy";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { contentHash } from "@/lib/format/hash";
import { hashesOf, identityOf, recordOf, summaryOf } from "@/lib/reports/facts/rules";
import type { ReportRecord, ReportRow, ReportSummary } from "@/lib/reports/facts/schema";
import { readableBureaus } from "@/lib/reports/policy";
import { URGE_PAUSE_MS } from "@/lib/reports/urges/rules";
import { holdersOfBureau } from "@/lib/reviews/people/queries";
import { Prisma } from "@/prisma/generated/client";
import type { DraftState } from "@/prisma/generated/enums";

type Runner = Pick<Prisma.TransactionClient, "$queryRaw">;

/** The last publication of a report, as a lateral join on `r`. */
const lastPublication = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT p.no, p.label, p."contentHash", p."publishedAt", p.hash
    FROM "Publication" p WHERE p."reportId" = r.id ORDER BY p.no DESC LIMIT 1
  ) pub ON true`;

const since = Prisma.sql`coalesce(pub."publishedAt", '-infinity')`;

const round = Prisma.sql`(
  SELECT json_build_object('id', ro.id, 'no', ro.no, 'plan', ro.plan,
    'planVersionId', ro."planVersionId",
    'openedById', ro."openedById", 'openedByName', ro."openedByName", 'openedAt', ro."openedAt", 'filedAt', ro."filedAt",
    'closedAt', ro."closedAt", 'outcome', ro.outcome, 'revisionId', ro."revisionId",
    'revisionNo', v.no, 'contentHash', v."contentHash")
  FROM "Round" ro JOIN "Revision" v ON v.id = ro."revisionId"
  WHERE ro."reportId" = r.id ORDER BY ro.no DESC LIMIT 1)`;

const decisions = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', d.id, 'roundNo', ro.no, 'step', d.step,
    'kind', d.kind, 'actorId', d."actorId", 'actorName', d."actorName", 'forId', d."forId",
    'forName', d."forName", 'hashes', d.hashes, 'opinion', d.opinion, 'at', d.at, 'paperId', d."paperId", 'items', (
      SELECT coalesce(json_agg(json_build_object('id', i.id, 'section', i.section,
        'cell', i.cell, 'words', i.words, 'errorClass', i."errorClass",
        'quote', i.quote, 'correction', i.correction, 'answer', (
          SELECT json_build_object('kind', a.kind, 'words', a.words, 'byName', a."byName")
          FROM "ItemAnswer" a WHERE a."itemId" = i.id ORDER BY a.at DESC, a.id DESC LIMIT 1)
        ) ORDER BY i.id), '[]')
      FROM "ReviewItem" i WHERE i."decisionId" = d.id)) ORDER BY d.at, d.id), '[]')
  FROM "Decision" d JOIN "Round" ro ON ro.id = d."roundId"
  WHERE d."reportId" = r.id AND d.at > ${since})`;

const amendments = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('roundNo', ro.no, 'step', m.step,
    'section', m.section, 'beforeHash', m."beforeHash", 'afterHash', m."afterHash",
    'reason', m.reason, 'actorId', m."actorId", 'actorName', m."actorName", 'at', m.at)
    ORDER BY m.at, m.id), '[]')
  FROM "Amendment" m JOIN "Round" ro ON ro.id = m."roundId"
  WHERE m."reportId" = r.id AND m.at > ${since})`;

const overrides = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', o.id, 'guard', o.guard, 'reason', o.reason,
    'byId', o."byId", 'byName', o."byName", 'at', o.at, 'confirmedByName', c."byName")
    ORDER BY o.at, o.id), '[]')
  FROM "Override" o LEFT JOIN "OverrideConfirmation" c ON c."overrideId" = o.id
  WHERE o."reportId" = r.id AND o.at > ${since})`;

const widenings = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('section', w.section, 'reason', w.reason,
    'byName', w."byName", 'at', w.at) ORDER BY w.at, w.id), '[]')
  FROM "Widening" w WHERE w."reportId" = r.id AND w.at > ${since})`;

/** 线下审签 of the latest round. */
const papers = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', s.id, 'steps', s.steps,
    'signerId', s."signerId", 'signerName', s."signerName", 'contentHash', s."contentHash",
    'scanId', s."scanId", 'opinion', s.opinion, 'checklist', s.checklist, 'byId', s."byId",
    'byName', s."byName", 'at', s.at, 'confirmedByName', c."byName") ORDER BY s.at, s.id), '[]')
  FROM "PaperSignature" s LEFT JOIN "PaperConfirmation" c ON c."signatureId" = s.id
  WHERE s."roundId" = (
    SELECT ro.id FROM "Round" ro WHERE ro."reportId" = r.id ORDER BY ro.no DESC LIMIT 1))`;

/** 认领、移交 of the latest round. */
const handovers = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('step', h.step, 'fromId', h."fromId",
    'toId', h."toId", 'toName', h."toName") ORDER BY h.at, h.id), '[]')
  FROM "Handover" h WHERE h."roundId" = (
    SELECT ro.id FROM "Round" ro WHERE ro."reportId" = r.id ORDER BY ro.no DESC LIMIT 1))`;

const drafters = Prisma.sql`(
  SELECT coalesce(json_agg(DISTINCT h."userId"), '[]') FROM "SectionHistory" h
  WHERE h."reportId" = r.id AND h."savedAt" > ${since})`;

const lastEditor = Prisma.sql`(
  SELECT e.who FROM (
    (SELECT h."userId" AS who, h."savedAt" AS at FROM "SectionHistory" h
      WHERE h."reportId" = r.id AND h."savedAt" > ${since} ORDER BY h."savedAt" DESC LIMIT 1)
    UNION ALL
    (SELECT m."actorId", m.at FROM "Amendment" m
      WHERE m."reportId" = r.id AND m.at > ${since} ORDER BY m.at DESC LIMIT 1)
  ) e ORDER BY e.at DESC LIMIT 1)`;

const plan = Prisma.sql`(
  SELECT pv.definition FROM "ReviewPlanVersion" pv
  WHERE pv."planId" = b."planId" ORDER BY pv.no DESC LIMIT 1)`;

const explanations = Prisma.sql`(
  SELECT coalesce(json_agg(e), '[]') FROM (
    SELECT DISTINCT ON (x.fingerprint) x.fingerprint, x.reason, x."byName", x.at
    FROM "Explanation" x WHERE x."reportId" = r.id ORDER BY x.fingerprint, x.at DESC) e)`;

const lastYear = Prisma.sql`(
  SELECT json_build_object('content', v.content, 'hash', v."contentHash")
  FROM "Report" y JOIN "Publication" p ON p."reportId" = y.id JOIN "Revision" v ON v.id = p."revisionId"
  WHERE y."bureauId" = r."bureauId" AND y.year = r.year - 1 AND y.scope = r.scope AND y.live = 'LIVE'
  ORDER BY p.no DESC LIMIT 1)`;

const statement = Prisma.sql`(
  SELECT json_build_object('carriedOut', c."carriedOut", 'document', c.document,
    'byName', c."byName", 'at', c.at)
  FROM "CarryStatement" c WHERE c."reportId" = r.id ORDER BY c.at DESC, c.id DESC LIMIT 1)`;

const source = Prisma.sql`(
  SELECT s.content FROM "ReportSource" s WHERE s."reportId" = r.id AND s."settledAt" IS NULL)`;

/** The text that was returned, in 退回修改: that of the last round. */
const returned = Prisma.sql`CASE WHEN r.draft = 'RETURNED' THEN (
  SELECT json_build_object('hashes', v."sectionHashes", 'content', v.content)
  FROM "Round" ro JOIN "Revision" v ON v.id = ro."revisionId"
  WHERE ro."reportId" = r.id ORDER BY ro.no DESC LIMIT 1) END`;

/** 催办 within the hour before `now`. */
function urged(now: Date) {
  const since = new Date(now.getTime() - URGE_PAUSE_MS);
  return Prisma.sql`(
    SELECT json_build_object('byName', u."byName", 'at', u.at) FROM "Urge" u
    WHERE u."reportId" = r.id AND u.at > ${since} ORDER BY u.at DESC LIMIT 1)`;
}

/** 必须解决, and not resolved. */
const openThreads = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('section', t.section, 'cell', t.cell,
    'openedByName', t."openedByName", 'words', (
      SELECT m.words FROM "ThreadMessage" m WHERE m."threadId" = t.id ORDER BY m.at, m.id LIMIT 1
    )) ORDER BY t.id), '[]')
  FROM "Thread" t WHERE t."reportId" = r.id AND t."mustResolve" AND t."resolvedAt" IS NULL)`;

const unresolvedThreads = Prisma.sql`(
  SELECT count(*)::int FROM "Thread" t WHERE t."reportId" = r.id AND t."resolvedAt" IS NULL)`;

function sectionsOfReport(withContent: boolean) {
  const content = withContent
    ? Prisma.sql`, 'content', s.content, 'origins', s.origins`
    : Prisma.empty;
  return Prisma.sql`(
    SELECT json_object_agg(s.key, json_build_object('version', s.version, 'hash', s.hash
      ${content})) FROM "ReportSection" s WHERE s."reportId" = r.id)`;
}

/**
 * Reports with every fact the evaluator needs, in one statement. It builds json, not jsonb: the
 * texts of the sections go through as they are, without being taken apart on the way.
 */
async function loadRows(
  run: Runner,
  where: Prisma.Sql,
  now: Date,
  withContent: boolean,
): Promise<ReportRow[]> {
  const detail = withContent
    ? Prisma.sql`, ${explanations} AS explanations, ${lastYear} AS "lastYear",
        ${statement} AS statement, ${source} AS source, ${openThreads} AS "openThreads",
        ${unresolvedThreads} AS "unresolvedThreads",
        ${returned} AS returned`
    : Prisma.empty;
  return run.$queryRaw<ReportRow[]>`
    SELECT r.id, r."bureauId", r.year, r.scope, r.format, r.version, r.draft, r.live,
      b.code AS "bureauCode", b.name AS "bureauName", b."shortNames", b."regionNames",
      b."mediaNames", ${plan} AS plan, to_json(pub) AS publication, ${round} AS round,
      ${decisions} AS decisions, ${amendments} AS amendments, ${overrides} AS overrides,
      ${widenings} AS widenings, ${handovers} AS handovers, ${papers} AS papers, ${drafters} AS drafters, ${lastEditor} AS "lastEditorId",
      ${holdersOfBureau(now)} AS holders, ${urged(now)} AS urged,
      ${sectionsOfReport(withContent)} AS sections ${detail}
    FROM "Report" r JOIN "Bureau" b ON b.id = r."bureauId" ${lastPublication}
    WHERE ${where} ORDER BY r.year DESC, b.position, r.id`;
}

/** A wall as a condition on `r`: what lies behind it is not there. */
export type Wall = (actor: Actor) => Prisma.Sql;

/** One's own bureaus, and what was filed with the superior. */
export function readable(actor: Actor): Prisma.Sql {
  const own = Prisma.sql`r."bureauId" = ANY(${readableBureaus(actor)}::uuid[])`;
  const below = supervisingBureaus(actor);
  if (!below.length) return own;
  return Prisma.sql`(${own} OR EXISTS (
    SELECT 1 FROM "Round" f JOIN "Bureau" fb ON fb.id = r."bureauId"
    WHERE f."reportId" = r.id AND f."filedAt" IS NOT NULL
      AND fb."supervisorId" = ANY(${below}::uuid[])))`;
}

/**
 * One report with content, facts and findings, as far as the actor may see it;
 * `run` is the database or a command's own transaction.
 * @throws NOT_FOUND for another bureau's report exactly as for one that does not exist.
 */
export async function loadReport(
  run: Runner,
  actor: Actor,
  id: string,
  now: Date,
  wall: Wall = readable,
): Promise<ReportRecord> {
  const where = Prisma.sql`r.id = ${id}::uuid AND ${wall(actor)}`;
  const [row] = await loadRows(run, where, now, true);
  if (!row) throw notFoundError();
  return recordOf(row, sealOf(row));
}

/** `loadReport` for several, in one statement; what the actor may not see is left out. */
export async function listRecords(actor: Actor, ids: string[], now: Date): Promise<ReportRecord[]> {
  const where = Prisma.sql`r.id = ANY(${ids}::uuid[]) AND ${readable(actor)}`;
  const rows = await loadRows(db, where, now, true);
  return rows.map((row) => recordOf(row, sealOf(row)));
}

/** Facts of one report without its content. @throws NOT_FOUND, as `loadReport` */
export async function loadSummary(
  run: Runner,
  actor: Actor,
  id: string,
  now: Date,
): Promise<ReportSummary> {
  const where = Prisma.sql`r.id = ${id}::uuid AND ${readable(actor)}`;
  const [row] = await loadRows(run, where, now, false);
  if (!row) throw notFoundError();
  return summaryOf(row, sealOf(row));
}

/** `loadReport` after locking the report's row: what is read stays true until the commit. */
export async function lockReport(
  tx: Prisma.TransactionClient,
  actor: Actor,
  id: string,
  now: Date,
  wall: Wall = readable,
): Promise<ReportRecord> {
  await tx.$executeRaw`
    SELECT 1 FROM "Report" r WHERE r.id = ${id}::uuid AND ${wall(actor)} FOR UPDATE`;
  return loadReport(tx, actor, id, now, wall);
}

/** Facts of one report, locked, for upkeep that nobody asked for: no actor, so no wall. @throws NOT_FOUND */
export async function lockFacts(
  tx: Prisma.TransactionClient,
  id: string,
  now: Date,
): Promise<ReportSummary> {
  await tx.$executeRaw`SELECT 1 FROM "Report" r WHERE r.id = ${id}::uuid FOR UPDATE`;
  const [row] = await loadRows(tx, Prisma.sql`r.id = ${id}::uuid`, now, false);
  if (!row) throw notFoundError();
  return summaryOf(row, sealOf(row));
}

/** Facts, without content, of reports with a step that is due between two instants; no actor, so no wall. */
export async function listDueSummaries(
  { from, until }: { from: Date; until: Date },
  now: Date,
): Promise<ReportSummary[]> {
  const where = Prisma.sql`EXISTS (
    SELECT FROM "OpenStep" o WHERE o."reportId" = r.id AND o."dueAt" BETWEEN ${from} AND ${until})`;
  const rows = await loadRows(db, where, now, false);
  return rows.map((row) => summaryOf(row, sealOf(row)));
}

/** Facts, without content, of the reports that stand in one of the given lanes. */
export async function listSummaries(
  actor: Actor,
  drafts: DraftState[],
  now: Date,
): Promise<ReportSummary[]> {
  const where = Prisma.sql`r.draft = ANY(${drafts}::"DraftState"[]) AND ${readable(actor)}`;
  const rows = await loadRows(db, where, now, false);
  return rows.map((row) => summaryOf(row, sealOf(row)));
}

/** Facts, without content, of the reports named. */
export async function listSummariesOf(
  actor: Actor,
  ids: string[],
  now: Date,
): Promise<ReportSummary[]> {
  const where = Prisma.sql`r.id = ANY(${ids}::uuid[]) AND ${readable(actor)}`;
  const rows = await loadRows(db, where, now, false);
  return rows.map((row) => summaryOf(row, sealOf(row)));
}

/** What the actor's office supervises. Only states come through: never show what is loaded by it. */
export function supervised(actor: Actor): Prisma.Sql {
  const bureaus = supervisingBureaus(actor);
  return Prisma.sql`EXISTS (SELECT FROM "Bureau" s WHERE s.id = r."bureauId"
    AND s."supervisorId" = ANY(${bureaus}::uuid[]))`;
}

/** The id of a supervised bureau's own report of a year; null without one. */
export async function findSupervised(
  run: Runner,
  actor: Actor,
  bureau: string,
  year: number,
): Promise<string | null> {
  const [row] = await run.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM "Report" r JOIN "Bureau" b ON b.id = r."bureauId"
    WHERE b.code = ${bureau} AND r.year = ${year} AND r.scope = 'OWN' AND ${supervised(actor)}`;
  return row?.id ?? null;
}

/**
 * Facts of a year's own reports of the bureaus that the actor supervises. They lie behind the wall:
 * only states may go on to a screen, see `listSupervisedStates`.
 */
export async function listSupervisedSummaries(
  actor: Actor,
  year: number,
  now: Date,
): Promise<ReportSummary[]> {
  const where = Prisma.sql`r.year = ${year} AND r.scope = 'OWN' AND ${supervised(actor)}`;
  const rows = await loadRows(db, where, now, false);
  return rows.map((row) => summaryOf(row, sealOf(row)));
}

function sealOf(row: ReportRow): string {
  return contentHash(identityOf(row), hashesOf(row));
}
