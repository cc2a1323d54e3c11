import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { lockReport } from "@/lib/reports/facts/queries";
import type { ExplainInput } from "@/lib/reports/findings/schema";
import { can } from "@/lib/reports/policy";

/**
 * Explains warnings of a report, one or several with the same reason. Holds as
 * long as their fingerprints do.
 * @throws NOT_FOUND (also for a finding that is no longer there), FORBIDDEN, CONFLICT (lane),
 *   INVALID (a 必须修改 cannot be explained away)
 */
export async function explainFindings(
  actor: Actor,
  reportId: string,
  input: ExplainInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    if (!can(actor, "draft", record)) {
      throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以填写情况说明。"]);
    }
    if (record.draft !== "DRAFT" && record.draft !== "RETURNED") {
      throw new AppError("CONFLICT", ["报告已经送审或发布，现在不能填写情况说明。"]);
    }
    const data = [...new Set(input.fingerprints)].map((fingerprint) => {
      const finding = record.findings.find((f) => f.fingerprint === fingerprint);
      if (!finding) throw notFoundError();
      if (finding.tier !== "warn") {
        throw new AppError("INVALID", [`“${finding.name}”不是需作说明的问题，不能填写情况说明。`]);
      }
      const by = { byId: actor.userId, byName: actor.name, at: now };
      return { reportId, fingerprint, rule: finding.rule, reason: input.reason, ...by };
    });
    await tx.explanation.createMany({ data });
  });
}
