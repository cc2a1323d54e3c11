import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError, notFoundError } from "@/lib/errors";
import { lockReport } from "@/lib/reports/facts/queries";
import { can } from "@/lib/reports/policy";
import { returnedItems } from "@/lib/reports/rules";
import type { AnswerInput } from "@/lib/reviews/answers/schema";

/**
 * 答复意见: what became of an item of the newest return; a later answer takes its place. Like an
 * explanation it leaves the report's version alone.
 * @throws NOT_FOUND (also for an item of another return); FORBIDDEN; CONFLICT (lane)
 */
export async function answerItem(
  actor: Actor,
  { reportId, itemId, kind, words }: AnswerInput & { reportId: string; itemId: string },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    const item = returnedItems(record.decisions).find(({ id }) => id === itemId);
    if (!item) throw notFoundError();
    if (!can(actor, "draft", record)) {
      throw new AppError("FORBIDDEN", ["只有本单位的拟稿人可以答复退回意见。"]);
    }
    if (record.draft !== "RETURNED") {
      throw new AppError("CONFLICT", ["报告现在不在退回修改，不能再答复，请刷新页面。"]);
    }
    const by = { byId: actor.userId, byName: actor.name, at: now };
    await tx.itemAnswer.create({ data: { itemId, kind, words, ...by } });
    const who = { id: actor.userId, name: actor.name };
    const chain = record.identity.bureau;
    const data = { item: itemId, kind };
    await appendAudit(tx, { chain, type: "answered", actor: who, subject: reportId, data }, now);
  });
}
