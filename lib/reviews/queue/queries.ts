import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { readable } from "@/lib/reports/facts/queries";
import { signedStep } from "@/lib/reviews/decisions/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import {
  type DoneItem,
  type Duty,
  QUEUE_PAGE,
  type QueueItem,
  type QueueSlice,
} from "@/lib/reviews/queue/schema";
import { signedName } from "@/lib/reviews/rules";
import { readPlan } from "@/lib/reviews/stored-plans/rules";
import { Prisma } from "@/prisma/generated/client";

/** What a queue is read for: the page, and for 待办 of a whole duty that duty. */
export interface QueueAsked {
  now: Date;
  page: number;
}

/** 待办, 在途 and 已办 of the actor, a page of each. Three statements, however many reports. */
export async function getQueue(actor: Actor, asked: QueueAsked) {
  const [waiting, underway, done] = await Promise.all([
    listWaiting(actor, asked),
    listUnderway(actor, asked),
    listDone(actor, asked.page),
  ]);
  return { waiting, underway, done };
}

/** Roles that people hold now, each over every bureau whose reports it is about: `over`. */
function rolesOver(now: Date): Prisma.Sql {
  return Prisma.sql`(
    SELECT h.*, b.id AS over FROM held_roles(${now}) h JOIN "Bureau" b
      ON h."bureauId" = CASE h.role WHEN 'SUPERVISOR' THEN b."supervisorId" ELSE b.id END)`;
}

/** Whether a role `h` is what the open step `o` asks for. */
const fits = Prisma.sql`
  h.over = o."bureauId" AND h.role = o.role
  AND (NOT o."isNamed" OR coalesce(h."forId", h."userId") = ANY(o.owners))
  AND (o.level IS NULL OR h.level IS NULL OR h.level = o.level)`;

/** Whether nothing in the plan keeps the person, or for whom he acts, from passing it. */
const isFree = Prisma.sql`
  NOT h."userId" = ANY(o.barred) AND (h."forId" IS NULL OR NOT h."forId" = ANY(o.barred))
  AND (NOT o."isOwnCheck" OR h."userId" = ANY(o.drafters) OR h."forId" = ANY(o.drafters))`;

/**
 * Open steps that the actor may take now, each in the way he would take it: `mine`. A claim by
 * somebody else stands against it as long as that person can take the step.
 */
function takeable(actor: Actor, now: Date): Prisma.Sql {
  const me = Prisma.sql`${actor.userId}::uuid`;
  return Prisma.sql`
    WITH held AS MATERIALIZED (
      SELECT * FROM ${rolesOver(now)} r WHERE r."userId" = ${me}
    ), taken AS MATERIALIZED (
      SELECT * FROM "OpenStep"
      WHERE "claimantId" <> ${me} AND "bureauId" IN (SELECT over FROM held)
    ), claimed AS MATERIALIZED (
      SELECT o.id FROM taken o JOIN ${rolesOver(now)} h ON h."userId" = o."claimantId" AND ${fits}
      WHERE ${isFree}
    ), mine AS MATERIALIZED (
      SELECT DISTINCT ON (o.id) o.*, h."forId", h."userId" = ANY(o.confirmers) AS confirms
      FROM held h JOIN "OpenStep" o ON ${fits}
      WHERE ${isFree} AND o.id NOT IN (SELECT id FROM claimed)
      ORDER BY o.id, h."forId" NULLS FIRST
    )`;
}

/** 待办: what the actor may pass now, by the roles that hold now; the most urgent first. */
export async function listWaiting(actor: Actor, { now, page }: QueueAsked): Promise<QueueSlice> {
  return slice(page, Prisma.sql`${takeable(actor, now)}`, Prisma.sql`mine`);
}

/** 待办 of a duty, whoever of its holders has it: what is claimed can be seen and taken over. */
export async function listOfDuty(
  actor: Actor,
  { role, level }: Duty,
  { now, page }: QueueAsked,
): Promise<QueueSlice> {
  const asked = Prisma.sql`
    WITH asked AS MATERIALIZED (
      SELECT DISTINCT ON (o.id) o.*, h."forId", h."userId" = ANY(o.confirmers) AS confirms
      FROM ${rolesOver(now)} h JOIN "OpenStep" o ON ${fits}
      WHERE h."userId" = ${actor.userId}::uuid AND h.role = ${role}::"Role"
        AND h.level IS NOT DISTINCT FROM ${level}::integer
      ORDER BY o.id, h."forId" NULLS FIRST
    )`;
  return slice(page, asked, Prisma.sql`asked`);
}

/** 在途: under review by others now, after the actor submitted it, decided, or had it decided for him. */
async function listUnderway(actor: Actor, { now, page }: QueueAsked): Promise<QueueSlice> {
  const me = Prisma.sql`${actor.userId}::uuid`;
  const others = Prisma.sql`${takeable(actor, now)}, touched AS (
      SELECT ro."reportId" FROM "Round" ro WHERE ro."openedById" = ${me} AND ro."closedAt" IS NULL
      UNION
      SELECT d."reportId" FROM "Decision" d
      WHERE (d."actorId" = ${me} OR d."forId" = ${me}) AND d.at > coalesce((
        SELECT max(p."publishedAt") FROM "Publication" p WHERE p."reportId" = d."reportId"
      ), '-infinity')
    ), under AS MATERIALIZED (
      SELECT o.*, NULL::uuid AS "forId", false AS confirms
      FROM touched t JOIN "OpenStep" o ON o."reportId" = t."reportId"
        JOIN "Report" r ON r.id = o."reportId"
      WHERE ${readable(actor)}
        AND o."reportId" NOT IN (SELECT "reportId" FROM mine)
    )`;
  return slice(page, others, Prisma.sql`under`);
}

/** A page of the reports with open steps in `steps`, one row each, with the count of all. */
function itemsOf(steps: Prisma.Sql, page: number): Prisma.Sql {
  return Prisma.sql`, page AS (
      SELECT "reportId", "roundId", min("dueAt") AS "dueAt", min("openedAt") AS "openedAt",
        count(*) OVER ()::integer AS count
      FROM ${steps} GROUP BY 1, 2 ORDER BY min("dueAt") NULLS LAST, min("openedAt"), 1
      LIMIT ${QUEUE_PAGE} OFFSET ${(page - 1) * QUEUE_PAGE}
    ), words AS (
      SELECT s."reportId", (array_agg(s.stage ORDER BY s.position))[1] AS stage,
        array_agg(s.label ORDER BY s.position) AS steps, bool_and(s.confirms) AS confirms,
        coalesce(array_agg(DISTINCT c.name) FILTER (WHERE c.id IS NOT NULL), '{}') AS "claimedBy",
        coalesce(array_agg(DISTINCT f.name) FILTER (WHERE f.id IS NOT NULL), '{}') AS "forNames"
      FROM ${steps} s
        LEFT JOIN "User" c ON c.id = s."claimantId" LEFT JOIN "User" f ON f.id = s."forId"
      WHERE s."reportId" IN (SELECT "reportId" FROM page) GROUP BY 1
    )
    SELECT r.id, b.name AS "bureauName", r.year, v.no AS "revisionNo", ro.no AS "roundNo",
      w.stage, w.steps, w.confirms, w."claimedBy", w."forNames", p."dueAt", p.count,
      ro."openedByName" AS "submittedBy", ro."openedAt" AS "submittedAt"
    FROM page p JOIN words w USING ("reportId")
      JOIN "Report" r ON r.id = p."reportId" JOIN "Bureau" b ON b.id = r."bureauId"
      JOIN "Round" ro ON ro.id = p."roundId" JOIN "Revision" v ON v.id = ro."revisionId"
    ORDER BY p."dueAt" NULLS LAST, p."openedAt", r.id`;
}

/** A page of what the CTE `steps` holds; beyond the last page there is nothing but the count. */
async function slice(page: number, ctes: Prisma.Sql, steps: Prisma.Sql): Promise<QueueSlice> {
  const read = (no: number) =>
    db.$queryRaw<(QueueItem & { count: number })[]>`${ctes} ${itemsOf(steps, no)}`;
  const rows = await read(page);
  const [any] = rows.length || page === 1 ? rows : await read(1);
  return { items: rows.map(({ count: _, ...item }) => item), count: any?.count ?? 0 };
}

interface DoneRow extends Omit<DoneItem, "signedBy"> {
  actorId: string;
  actorName: string;
  forName: string | null;
  paperId: string | null;
  /** Canonical JSON of the round's. */
  plan: string;
  count: number;
}

/** 已办: what the actor decided, or his deputy for him; newest first. */
async function listDone(actor: Actor, page: number) {
  const me = Prisma.sql`${actor.userId}::uuid`;
  const rows = await db.$queryRaw<DoneRow[]>`
    SELECT r.id, b.name AS "bureauName", r.year, v.no AS "revisionNo", ro.no AS "roundNo", ro.plan,
      q.steps, q.kind, q.opinion, q.at, q."actorId", q."actorName", q."forName",
      q."paperId", q.count
    FROM (
      SELECT d."reportId", d."roundId", d."revisionId", d.kind, d.opinion, d.at, d."actorId",
        d."actorName", d."forName", d."paperId", array_agg(d.step) AS steps, count(*) OVER ()::integer AS count
      FROM "Decision" d WHERE d."actorId" = ${me} OR d."forId" = ${me}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      ORDER BY d.at DESC, d."reportId", d."forName" LIMIT ${QUEUE_PAGE} OFFSET ${(page - 1) * QUEUE_PAGE}
    ) q
      JOIN "Report" r ON r.id = q."reportId" JOIN "Bureau" b ON b.id = r."bureauId"
      JOIN "Round" ro ON ro.id = q."roundId" JOIN "Revision" v ON v.id = q."revisionId"
    ORDER BY q.at DESC, r.id, q."forName"`;
  const items = rows.map((row): DoneItem => {
    const { plan, actorId, actorName, forName, paperId, count: _, ...item } = row;
    const own = actorId === actor.userId && forName === null;
    const signedBy = own ? null : signedName(actorName, forName);
    const steps = labelsOf(plan, item.steps).map((label) => signedStep(label, { paperId }));
    return { ...item, steps, signedBy };
  });
  return { items, count: rows[0]?.count ?? 0 };
}

/** Labels of the steps with these keys, in the order of the plan. */
function labelsOf(plan: string, keys: string[]): string[] {
  const steps = planSteps(readPlan(plan)).filter(({ key }) => keys.includes(key));
  return steps.map((step) => step.label);
}
