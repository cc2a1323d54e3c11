import "server-only";
import { db } from "@/lib/db";
import { lockFacts } from "@/lib/reports/facts/queries";
import type { ReportSummary } from "@/lib/reports/facts/schema";
import { openStepRows } from "@/lib/reviews/queue/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Writes 待办 of a report anew, in the transaction of what happened to it. */
export async function writeOpenSteps(
  tx: Prisma.TransactionClient,
  report: ReportSummary,
): Promise<void> {
  await tx.openStep.deleteMany({ where: { reportId: report.id } });
  const rows = openStepRows(report).map((row) => ({ ...row, reportId: report.id }));
  if (rows.length) await tx.openStep.createMany({ data: rows });
}

/**
 * Fills 待办 of reports under review that have none, which happens after an upgrade and to no
 * report otherwise; on wish that of all. Each report in a transaction of its own.
 * @returns how many reports were written
 */
export async function rebuildQueue(now: Date, all = false): Promise<number> {
  const reports = await db.report.findMany({
    where: all
      ? { OR: [{ draft: "IN_REVIEW" }, { openSteps: { some: {} } }] }
      : { draft: "IN_REVIEW", openSteps: { none: {} } },
    select: { id: true },
  });
  for (const { id } of reports) {
    await db.$transaction(async (tx) => writeOpenSteps(tx, await lockFacts(tx, id, now)));
  }
  return reports.length;
}
