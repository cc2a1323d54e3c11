import { applicantColumns } from "@/lib/format/2021-applications";
import { withTotals } from "@/lib/format/cells";
import { cellsOf, type SectionContent, type Sections } from "@/lib/format/content";
import type { Cells, ReportFormat } from "@/lib/format/format";
import type { Origin } from "@/lib/reports/facts/schema";

/**
 * 上年结转 as last year's 结转下年度 says it, column by column (domain rule D1).
 * A blank of last year says nothing, and leaves its column out.
 */
export function carriedInOf(lastYear: Sections): Cells {
  const before = cellsOf(lastYear, "applications");
  const pairs = applicantColumns.map(({ key }): [string, Cells[string]] => {
    return [`carriedIn.${key}`, before[`carriedOut.${key}`] ?? null];
  });
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

/** A new report's 表三: blank but for what last year handed on, each such cell marked. */
export function firstApplications(
  format: ReportFormat,
  lastYear: Sections | null,
): { content: SectionContent; origins: Record<string, Origin> } {
  const carried = lastYear ? carriedInOf(lastYear) : {};
  const cells = withTotals(format.tables.applications, carried);
  const origins = Object.fromEntries(Object.keys(carried).map((key) => [key, "carried" as const]));
  return { content: { kind: "table", cells, notes: [] }, origins };
}

/** Cells of 上年结转 that say something else than last year's report does, or nothing yet. */
export function differingCarriedIn(now: Cells, lastYear: Sections): Cells {
  const wanted = Object.entries(carriedInOf(lastYear));
  return Object.fromEntries(wanted.filter(([key, value]) => (now[key] ?? null) !== value));
}
