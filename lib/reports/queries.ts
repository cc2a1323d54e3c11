import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SectionKey } from "@/lib/format/format";
import { publicPath } from "@/lib/publications/rules";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { visibleTo } from "@/lib/reports/policy";
import type { RoundFact } from "@/lib/reports/rules";
import type { ListReportsInput } from "@/lib/reports/schema";
import { availableActions } from "@/lib/reports/workflow";

/** A report with everything a page shows. @throws NOT_FOUND behind the wall and for nothing alike. */
export async function getReport(actor: Actor, id: string, now: Date): Promise<ReportRecord> {
  return loadReport(db, actor, id, now);
}

const listed = {
  id: true,
  year: true,
  scope: true,
  version: true,
  draft: true,
  live: true,
  bureau: { select: { code: true, name: true } },
} as const;

/**
 * Reports the actor may see, newest year first; `nextCursor` is null on the last page.
 * @throws INVALID for a cursor behind the wall as for one that no page gave
 */
export async function listReports(actor: Actor, input: ListReportsInput) {
  const { year, bureau, draft, live, q, limit, cursor } = input;
  if (cursor) await checkCursor(actor, cursor);
  const rows = await db.report.findMany({
    where: {
      ...visibleTo(actor),
      year,
      draft,
      live,
      bureau: { code: bureau, ...(q && { name: { contains: q } }) },
    },
    select: listed,
    orderBy: [{ year: "desc" }, { bureau: { position: "asc" } }, { id: "asc" }],
    take: limit + 1,
    ...(cursor && { cursor: { id: cursor }, skip: 1 }),
  });
  const items = rows.slice(0, limit).map(({ bureau: { code, name }, scope, ...rest }) => {
    const names = { bureau: code, bureauName: name };
    return { ...rest, ...names, scope: scope === "OWN" ? ("own" as const) : ("area" as const) };
  });
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Paging starts at the place of the cursor's report, and would tell of one behind the wall. */
async function checkCursor(actor: Actor, cursor: string): Promise<void> {
  const where = { id: cursor, ...visibleTo(actor) };
  const seen = await db.report.findFirst({ where, select: { id: true } });
  if (!seen) throw new AppError("INVALID", ["cursor：不是上一页给出的游标。"]);
}

/** Years of which the actor may see a report, newest first. */
export async function listReportYears(actor: Actor): Promise<number[]> {
  const where = visibleTo(actor);
  const rows = await db.report.groupBy({ by: "year", where, orderBy: { year: "desc" } });
  return rows.map((row) => row.year);
}

/** A report as the API answers it. */
export function reportAnswer(record: ReportRecord, actor: Actor) {
  const { id, version, draft, live, contentHash, identity, round, publication } = record;
  const { bureau, year, scope, format } = identity;
  const head = { id, bureau, bureauName: record.bureauName, year, scope, format };
  return {
    ...head,
    version,
    draft,
    live,
    contentHash,
    sections: Object.fromEntries(
      Object.entries(record.sections).map(([key, { kind: _, ...content }]) => [
        key,
        { ...record.versions[key as SectionKey], ...content },
      ]),
    ),
    round: round && roundAnswer(round),
    publication: publication && {
      ...publication,
      address: publicPath(bureau, year, scope === "own" ? "OWN" : "AREA"),
    },
    carryStatement: record.statement,
    actions: availableActions(record, actor),
  };
}

function roundAnswer(round: RoundFact) {
  const { no, plan, openedByName, openedAt, closedAt, outcome, revisionNo, contentHash } = round;
  return { no, plan, openedByName, openedAt, closedAt, outcome, revisionNo, contentHash };
}
