import "server-only";
import { db } from "@/lib/db";
import { canonical } from "@/lib/format/hash";
import { readyPlans } from "@/lib/reviews/ready-plans/rules";
import { readPlan } from "@/lib/reviews/stored-plans/rules";

/**
 * Every installation has the ready-made plans, however old its database is: what is missing is
 * added, and one that this program describes otherwise gets a further version. A version that was
 * published once is never published again, so that an older program beside a newer one does not
 * bring its own back.
 */
export async function keepReadyPlans(now: Date): Promise<void> {
  const plans = Object.entries(readyPlans);
  await db.reviewPlan.createMany({
    data: plans.map(([code, { name }]) => ({ code, name })),
    skipDuplicates: true,
  });
  const stored = await db.reviewPlan.findMany({
    where: { code: { in: plans.map(([code]) => code) } },
    select: { id: true, code: true, versions: { select: { no: true, definition: true } } },
  });
  const missing = stored.flatMap(({ id, code, versions }) => {
    const definition = canonical(readyPlans[code ?? ""]);
    const known = versions.some((v) => canonical(readPlan(v.definition)) === definition);
    const no = Math.max(0, ...versions.map((version) => version.no)) + 1;
    return known ? [] : [{ planId: id, no, definition, publishedAt: now }];
  });
  // Of two processes that start at the same moment one is first.
  await db.reviewPlanVersion.createMany({ data: missing, skipDuplicates: true });
}
