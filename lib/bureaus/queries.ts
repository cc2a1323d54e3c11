import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { supervisingBureaus } from "@/lib/bureaus/policy";
import type { SupervisedState } from "@/lib/bureaus/rules";
import { db } from "@/lib/db";
import { dueWords } from "@/lib/reports/deadlines/rules";
import { listSupervisedSummaries } from "@/lib/reports/facts/queries";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { availableActions } from "@/lib/reports/workflow";
import { nextDue } from "@/lib/reviews/queue/rules";
import { currentStage } from "@/lib/reviews/rules";

function mayUrge(report: ReportSummary, actor: Actor): boolean {
  return availableActions(report, actor).some(({ event, allowed }) => event === "urge" && allowed);
}

/** How far each bureau that the actor supervises is with a year's report, in their order. */
export async function listSupervisedStates(
  actor: Actor,
  year: number,
  now: Date,
): Promise<SupervisedState[]> {
  const [bureaus, reports] = await Promise.all([
    db.bureau.findMany({
      where: { supervisorId: { in: supervisingBureaus(actor) } },
      orderBy: { position: "asc" },
      select: { code: true, name: true },
    }),
    listSupervisedSummaries(actor, year, now),
  ]);
  return bureaus.map(({ code, name }) => {
    const report = reports.find((one) => one.identity.bureau === code);
    const end = report ? nextDue(report) : null;
    const review = report?.draft === "IN_REVIEW" ? reviewState(report) : null;
    return {
      bureau: code,
      bureauName: name,
      year,
      draft: report?.draft ?? null,
      live: report?.live ?? "NONE",
      stage: (review && currentStage(review)?.label) ?? null,
      stepDue: end ? dueWords(end, now) : null,
      version: report?.version ?? null,
      urged: report?.urged ?? null,
      canUrge: report !== undefined && mayUrge(report, actor),
    };
  });
}
