import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { renderSheetPdf } from "@/lib/exporting/pdf";
import { sheetPages } from "@/lib/exporting/sign-sheet";
import { loadSummary } from "@/lib/reports/facts/queries";
import { reviewState } from "@/lib/reports/rules";
import { openSteps } from "@/lib/reviews/rules";

/**
 * 审签单 to sign on paper: the steps that are asked now, under the 校验码 of the text in hand.
 * @throws NOT_FOUND; CONFLICT out of review
 */
export async function exportSignSheet(actor: Actor, reportId: string, now: Date) {
  const facts = await loadSummary(db, actor, reportId, now);
  const state = facts.draft === "IN_REVIEW" ? reviewState(facts) : null;
  if (!state || !facts.round) {
    throw new AppError("CONFLICT", ["报告不在审核中，没有可以签署的环节，请刷新页面。"]);
  }
  const { bureauName, identity, contentHash, round } = facts;
  const { year, scope, bureau: chain } = identity;
  const { revisionNo } = round;
  const steps = openSteps(state).map(({ label, checklist }) => ({
    label,
    checklist: checklist.map((item) => item.label),
  }));
  const pages = sheetPages({ bureauName, year, scope, revisionNo, contentHash, steps });
  const bytes = await renderSheetPdf(pages, { fontDir: env.FONT_DIR });
  const name = "sign-sheet.pdf";
  const who = { id: actor.userId, name: actor.name };
  const entry = { chain, type: "exported" as const, actor: who, subject: reportId };
  const data = { name, revision: revisionNo, contentHash };
  await db.$transaction((tx) => appendAudit(tx, { ...entry, data }, now));
  const title = `${bureauName}${year}年度报告审签单（第${revisionNo}稿）.pdf`;
  return { mime: "application/pdf", bytes, name: `${chain}-${year}-${name}`, title };
}
