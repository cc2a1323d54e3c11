import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findSection, getFormat } from "@/lib/format/content";
import { openings } from "@/lib/reports/editing/rules";
import { lockReport } from "@/lib/reports/facts/queries";
import { can } from "@/lib/reports/policy";
import type { WideningInput } from "@/lib/reports/widenings/schema";

/**
 * 扩大修改范围: in 退回修改 a section that was not returned opens, recorded with its reason and
 * shown to whoever reviews next.
 * @throws NOT_FOUND; FORBIDDEN; CONFLICT (lane, or open already); INVALID for an unknown section
 */
export async function widenScope(
  actor: Actor,
  reportId: string,
  { section, reason }: WideningInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    if (!can(actor, "draft", record)) {
      throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以扩大修改范围。"]);
    }
    if (record.draft !== "RETURNED") {
      throw new AppError("CONFLICT", ["报告现在不在退回修改，不能扩大修改范围，请刷新页面。"]);
    }
    const found = findSection(getFormat(record.identity.format), section);
    if (!found) {
      throw new AppError("INVALID", [`报告没有“${section}”这一部分，请重新选择。`]);
    }
    if (openings(record)[found.key] === "all") {
      throw new AppError("CONFLICT", ["这一部分现在就可以修改，不用扩大范围，请刷新页面。"]);
    }
    const by = { byId: actor.userId, byName: actor.name, at: now };
    await tx.widening.create({ data: { reportId, section, reason, ...by } });
    const who = { id: actor.userId, name: actor.name };
    const chain = record.identity.bureau;
    const data = { section, reason };
    await appendAudit(tx, { chain, type: "widened", actor: who, subject: reportId, data }, now);
  });
}
