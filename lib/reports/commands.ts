import "server-only";
import { appendAudit } from "@/lib/audit/record";
import { type Actor, hasRole } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { emptySection, getFormat, type Sections } from "@/lib/format/content";
import { sectionsOf } from "@/lib/format/format";
import { canonicalSection, sha256 } from "@/lib/format/hash";
import { lastYearsReport } from "@/lib/reports/carrying/queries";
import { firstApplications } from "@/lib/reports/carrying/rules";
import { readableBureaus } from "@/lib/reports/policy";
import type { CreateReportInput } from "@/lib/reports/schema";
import type { Prisma } from "@/prisma/generated/client";
import type { ReportScope } from "@/prisma/generated/enums";

const FORMAT = "2021";

/**
 * Opens the report of a bureau for a year: blank but for 上年结转, which last year's report of the
 * same scope hands on. Nobody is a drafter by that: the cells are marked carried, in no history.
 * @throws NOT_FOUND for a bureau behind the wall, FORBIDDEN, CONFLICT with `id` of the one that exists
 */
export async function createReport(
  actor: Actor,
  { bureau: code, year, scope }: CreateReportInput,
  now: Date,
): Promise<{ id: string }> {
  const bureau = await db.bureau.findFirst({
    where: { code, id: { in: readableBureaus(actor) } },
    select: { id: true },
  });
  if (!bureau) throw notFoundError();
  if (!hasRole(actor, bureau.id, "DRAFTER")) {
    throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以新建报告。"]);
  }
  const key = { bureauId: bureau.id, year, scope: scope === "own" ? "OWN" : "AREA" } as const;
  return db.$transaction(async (tx) => {
    const created = await tx.report.createManyAndReturn({
      data: [{ ...key, format: FORMAT, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    const [report] = created;
    if (!report) throw await alreadyThere(tx, key);
    const lastYear = await lastYearsReport(tx, key);
    const first = firstSections(lastYear, now);
    const sections = first.map((section) => ({ ...section, reportId: report.id }));
    await tx.reportSection.createMany({ data: sections });
    const who = { id: actor.userId, name: actor.name };
    const data = { year, scope };
    const entry = { chain: code, type: "report-created" as const, actor: who, subject: report.id };
    await appendAudit(tx, { ...entry, data }, now);
    return report;
  });
}

function firstSections(lastYear: Sections | null, now: Date) {
  const format = getFormat(FORMAT);
  return sectionsOf(format).map((section) => {
    const { content: first, origins } =
      section.key === "applications"
        ? firstApplications(format, lastYear)
        : { content: emptySection(format, section), origins: {} };
    const content = canonicalSection(first);
    return { key: section.key, content, hash: sha256(content), origins, updatedAt: now };
  });
}

async function alreadyThere(
  tx: Prisma.TransactionClient,
  key: { bureauId: string; year: number; scope: ReportScope },
): Promise<AppError> {
  const existing = await tx.report.findUniqueOrThrow({
    where: { bureauId_year_scope: key },
    select: { id: true },
  });
  const address = `/api/v1/reports/${existing.id}`;
  const reason = `${key.year}年度的报告已经有了，请直接打开。`;
  return new AppError("CONFLICT", [reason], { id: existing.id, address });
}
