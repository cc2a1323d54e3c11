import "server-only";
import { db } from "@/lib/db";
import { sendReminders } from "@/lib/notifications/commands";
import {
  isTimeToRemind,
  stepDays,
  stepReminders,
  type Unsent,
  yearReminders,
} from "@/lib/notifications/reminders/rules";
import { campaignYear } from "@/lib/reports/deadlines/rules";
import { listDueSummaries } from "@/lib/reports/facts/queries";
import type { ReportSummary } from "@/lib/reports/facts/schema";

/**
 * Reminds those for whom something waits of its last day, before and after it. Nothing passes and
 * nothing moves by it. @returns how many reminders are new
 */
export async function remind(now: Date): Promise<number> {
  if (!isTimeToRemind(now)) return 0;
  const year = campaignYear(now);
  const [unsent, due] = await Promise.all([listUnsent(year, now), listDue(now)]);
  return sendReminders([...yearReminders(unsent, year, now), ...stepReminders(due, now)], now);
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Reports with a step that somebody may have to be reminded of. */
function listDue(now: Date): Promise<ReportSummary[]> {
  const from = new Date(now.getTime() - (stepDays.after + 1) * DAY_MS);
  const until = new Date(now.getTime() + (stepDays.before + 1) * DAY_MS);
  return listDueSummaries({ from, until }, now);
}

/** Bureaus with drafters whose report of the year is nobody's to review or to publish yet. */
function listUnsent(year: number, now: Date): Promise<Unsent[]> {
  return db.$queryRaw<Unsent[]>`
    SELECT b.id AS "bureauId", b.name AS "bureauName", s.scope, r.id AS "reportId", r.draft,
      d.ids AS "drafterIds"
    FROM "Bureau" b JOIN LATERAL (
      SELECT array_agg(DISTINCT m."userId") AS ids
      FROM "Membership" m JOIN "User" u ON u.id = m."userId"
      WHERE m."bureauId" = b.id AND m.role = 'DRAFTER' AND u."disabledAt" IS NULL
        AND m."from" <= ${now} AND (m.until IS NULL OR m.until > ${now})
    ) d ON d.ids IS NOT NULL
      CROSS JOIN unnest(enum_range(NULL::"ReportScope")) AS s(scope)
      LEFT JOIN "Report" r ON r."bureauId" = b.id AND r.year = ${year} AND r.scope = s.scope
    WHERE (r.id IS NULL AND s.scope = 'OWN') OR (r.live = 'NONE' AND r.draft IN ('DRAFT', 'RETURNED'))`;
}
