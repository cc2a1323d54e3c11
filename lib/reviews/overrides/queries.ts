import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { listSummariesOf } from "@/lib/reports/facts/queries";
import { readableBureaus } from "@/lib/reports/policy";
import { overrideOffer } from "@/lib/reviews/offers/rules";
import type { OverrideMark } from "@/lib/reviews/overrides/rules";

/** A report with the 例外 that the actor may confirm. */
export interface ToConfirm {
  id: string;
  bureauName: string;
  year: number;
  overrides: OverrideMark[];
}

/** 例外 that wait for the actor's confirmation, by the one evaluator; mostly there are none. */
export async function listToConfirm(actor: Actor, now: Date): Promise<ToConfirm[]> {
  const open = await db.override.findMany({
    where: {
      confirmation: null,
      byId: { not: actor.userId },
      report: { bureauId: { in: readableBureaus(actor) } },
    },
    distinct: ["reportId"],
    select: { reportId: true },
  });
  if (!open.length) return [];
  const ids = open.map(({ reportId }) => reportId);
  const reports = await listSummariesOf(actor, ids, now);
  return reports
    .map((report) => {
      const { id, bureauName, year } = report;
      const marks = overrideOffer(report, actor).marks.filter(({ canConfirm }) => canConfirm);
      const overrides = marks.map(({ canConfirm: _, ...mark }) => mark);
      return { id, bureauName, year, overrides };
    })
    .filter(({ overrides }) => overrides.length > 0);
}
