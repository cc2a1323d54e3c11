import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import type { Handout, HandoutRevision } from "@/lib/exporting/handout";
import { fromContent, getFormat, type Sections } from "@/lib/format/content";
import { loadReport } from "@/lib/reports/facts/queries";
import { type AskedChange, explainedIn } from "@/lib/reports/handouts/rules";
import { visibleTo } from "@/lib/reports/policy";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

/** A 稿 with its text. */
interface ReadRevision extends HandoutRevision {
  sections: Sections;
}

/**
 * Two 稿 of a report with their texts, and what is known about why one became the other.
 * @throws NOT_FOUND behind the wall and for a 稿 that is not there; INVALID for one 稿 twice
 */
export async function getHandout(actor: Actor, reportId: string, nos: DiffQuery, now: Date) {
  const [record, facts] = await Promise.all([
    loadReport(db, actor, reportId, now),
    findFacts(actor, reportId, nos),
  ]);
  if (!facts) throw notFoundError();
  if (nos.from === nos.to) {
    throw new AppError("INVALID", ["原稿和新稿是同一稿，请选择不同的两稿。"]);
  }
  const { identity, bureauName, register, lastYear, statement } = record;
  const format = getFormat(identity.format);
  const from = revisionIn(facts, nos.from);
  const to = revisionIn(facts, nos.to);
  const { sections } = to;
  const input = { identity, format, sections, register, lastYear, statement, source: null };
  return {
    handout: { identity, bureauName, from, to } satisfies Handout,
    format,
    reasons: {
      asked: facts.decisions.flatMap(askedIn),
      explained: explainedIn(input, facts.explanations),
    },
  };
}

type Facts = NonNullable<Awaited<ReturnType<typeof findFacts>>>;

function findFacts(actor: Actor, reportId: string, { from, to }: DiffQuery) {
  return db.report.findFirst({
    where: { id: reportId, ...visibleTo(actor) },
    select: {
      revisions: {
        where: { no: { in: [from, to] } },
        select: {
          no: true,
          name: true,
          contentHash: true,
          content: true,
          createdAt: true,
          createdByName: true,
        },
      },
      decisions: {
        where: { kind: "RETURN", revision: { no: { gte: from, lt: to } } },
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: {
          actorName: true,
          revision: { select: { no: true } },
          items: { select: { section: true, cell: true, words: true }, orderBy: { id: "asc" } },
        },
      },
      explanations: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: { fingerprint: true, reason: true },
      },
    },
  });
}

function revisionIn({ revisions }: Facts, no: number): ReadRevision {
  const found = revisions.find((revision) => revision.no === no);
  if (!found) throw new AppError("NOT_FOUND", [`这份报告没有第 ${no} 稿，请从历史记录中选择。`]);
  const { content, ...revision } = found;
  return { ...revision, sections: fromContent(JSON.parse(content)) };
}

function askedIn({ actorName, revision, items }: Facts["decisions"][number]): AskedChange[] {
  return items.map((item) => ({ ...item, byName: actorName, revisionNo: revision.no }));
}
