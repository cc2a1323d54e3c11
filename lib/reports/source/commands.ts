import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockReport } from "@/lib/reports/facts/queries";
import { can } from "@/lib/reports/policy";

/**
 * 采用计算值: the printed totals and headings of an import no longer stand against the text.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT when nothing is left to settle
 */
export async function settleSource(actor: Actor, reportId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    if (!can(actor, "draft", record)) {
      throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以采用计算值。"]);
    }
    if (!record.source || !["DRAFT", "RETURNED"].includes(record.draft)) {
      throw new AppError("CONFLICT", ["没有需要采用计算值的来稿内容，请刷新页面。"]);
    }
    await tx.reportSource.update({
      where: { reportId },
      data: { settledAt: now, settledById: actor.userId },
    });
    const who = { id: actor.userId, name: actor.name };
    const chain = record.identity.bureau;
    const entry = {
      chain,
      type: "source-settled" as const,
      actor: who,
      subject: reportId,
      data: {},
    };
    await appendAudit(tx, entry, now);
  });
}
