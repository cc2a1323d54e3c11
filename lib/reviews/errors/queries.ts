import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { supervisingBureaus } from "@/lib/bureaus/policy";
import { db } from "@/lib/db";
import { notFoundError } from "@/lib/errors";
import { visibleTo } from "@/lib/reports/policy";
import { errorSum, proseLength, rateOf } from "@/lib/reviews/errors/rules";
import type { ErrorRate } from "@/lib/reviews/errors/schema";
import { planSteps } from "@/lib/reviews/plans/rules";
import { readPlan } from "@/lib/reviews/stored-plans/rules";
import type { Prisma } from "@/prisma/generated/client";

/** 差错率 of each 送审 of a report that was proofread, oldest first. @throws NOT_FOUND */
export async function listReportRates(actor: Actor, id: string): Promise<ErrorRate[]> {
  const where = { id, ...visibleTo(actor) };
  const [found, rates] = await Promise.all([
    db.report.findFirst({ where, select: { id: true } }),
    listRates(where),
  ]);
  if (!found) throw notFoundError();
  return rates;
}

/**
 * 差错率 of a year, by bureau and 送审: of the bureaus that the actor publishes for, and of those he
 * supervises. Numbers alone, never a word of a text.
 */
export async function listYearRates(actor: Actor, year: number): Promise<ErrorRate[]> {
  const published = actor.memberships
    .filter(({ role }) => role === "PUBLISHER")
    .flatMap(({ bureauId }) => bureauId ?? []);
  const supervisorId = { in: supervisingBureaus(actor) };
  return listRates({ year, OR: [{ bureauId: { in: published } }, { bureau: { supervisorId } }] });
}

async function listRates(report: Prisma.ReportWhereInput): Promise<ErrorRate[]> {
  const rounds = await db.round.findMany({
    where: { report, decisions: { some: {} } },
    orderBy: [{ report: { bureau: { position: "asc" } } }, { reportId: "asc" }, { no: "asc" }],
    select: {
      no: true,
      plan: true,
      revision: { select: { no: true, content: true } },
      decisions: { select: { step: true, proofErrors: true } },
      report: {
        select: {
          id: true,
          year: true,
          scope: true,
          bureau: { select: { code: true, name: true } },
        },
      },
    },
  });
  return rounds.flatMap(({ no, plan, revision, decisions, report: { bureau, ...about } }) => {
    const steps = planSteps(readPlan(plan)).filter(({ kind }) => kind === "proof");
    const proofs = decisions.filter(({ step }) => steps.some(({ key }) => key === step));
    if (!proofs.length) return [];
    const sum = errorSum(proofs.map((d) => d.proofErrors as Record<string, number>));
    const characters = proseLength(JSON.parse(revision.content));
    return {
      report: about.id,
      bureau: bureau.code,
      bureauName: bureau.name,
      year: about.year,
      scope: about.scope === "OWN" ? ("own" as const) : ("area" as const),
      round: no,
      revisionNo: revision.no,
      ...sum,
      characters,
      rate: rateOf(sum.total, characters),
    };
  });
}
