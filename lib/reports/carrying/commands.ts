import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getFormat } from "@/lib/format/content";
import { canonicalSection, sha256 } from "@/lib/format/hash";
import { withStated } from "@/lib/reports/carrying/rules";
import type { CarryStatementInput } from "@/lib/reports/carrying/schema";
import { closedReason, editableSections } from "@/lib/reports/editing/rules";
import { lockReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { storeSections } from "@/lib/reports/sections/commands";
import { availableActions } from "@/lib/reports/workflow";
import type { Prisma } from "@/prisma/generated/client";

/**
 * 自填上年数: states what last year handed on where its report is not here. 上年结转 is filled with
 * it where it was blank, and compared with it from now on.
 * @throws NOT_FOUND; FORBIDDEN and CONFLICT as for a save; CONFLICT where last year's report is here
 */
export async function stateCarriedOut(
  actor: Actor,
  reportId: string,
  { carriedOut, document }: CarryStatementInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    checkStating(record, actor);
    const by = { byId: actor.userId, byName: actor.name, at: now };
    await tx.carryStatement.create({ data: { reportId, carriedOut, document, ...by } });
    await fillCarriedIn(tx, record, carriedOut, actor, now);
    const who = { id: actor.userId, name: actor.name };
    const chain = record.identity.bureau;
    const data = { carriedOut: Object.values(carriedOut) };
    const type = "carry-over-stated";
    await appendAudit(tx, { chain, type, actor: who, subject: reportId, data }, now);
  });
}

function checkStating(record: ReportRecord, actor: Actor): void {
  const save = availableActions(record, actor).find((action) => action.event === "save");
  if (save?.refusal) throw new AppError(save.refusal, save.reasons);
  if (!editableSections(record).includes("applications")) {
    throw new AppError("CONFLICT", [
      "表三没有被退回，现在不能自填上年数。需要自填的，请先扩大修改范围并写明理由。",
    ]);
  }
  if (record.lastYear) {
    const year = record.year - 1;
    throw new AppError("CONFLICT", [
      `这里已有公布的${year}年度报告，上年结转以它为准，不能自填。请刷新页面。`,
    ]);
  }
}

async function fillCarriedIn(
  tx: Prisma.TransactionClient,
  record: ReportRecord,
  carriedOut: CarryStatementInput["carriedOut"],
  actor: Actor,
  now: Date,
): Promise<void> {
  const { applications: present } = record.sections;
  if (present.kind !== "table") return;
  const { origins: known, hash: before } = record.versions.applications;
  const filled = withStated(
    getFormat(record.identity.format),
    { ...present, origins: known },
    carriedOut,
  );
  const content = canonicalSection(filled.content);
  const hash = sha256(content);
  if (hash === before) return;
  const closed = closedReason(record, "applications", filled.content);
  if (closed) throw new AppError("CONFLICT", [closed]);
  const { origins } = filled;
  const text = { key: "applications", content, hash, origins, apart: true };
  await storeSections(tx, actor, record.id, [text], now);
}
