import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { sha256 } from "@/lib/format/hash";
import { shortHash } from "@/lib/format/short-hash";
import { loadSummary } from "@/lib/reports/facts/queries";
import { can } from "@/lib/reports/policy";
import { type Outcome, roundOf, type Scene } from "@/lib/reviews/commands";
import { decide } from "@/lib/reviews/decisions/commands";
import { isCodeOf, mayConfirm, pendingPapers } from "@/lib/reviews/papers/rules";
import { planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { signerReasons } from "@/lib/reviews/workflow";

/** Stores the scan of a signed 审签单. @throws NOT_FOUND; FORBIDDEN; CONFLICT out of review */
export async function storeScan(
  actor: Actor,
  reportId: string,
  { mime, bytes }: { mime: string; bytes: Uint8Array },
  now: Date,
) {
  const facts = await loadSummary(db, actor, reportId, now);
  if (!can(actor, "publish", facts)) {
    throw new AppError("FORBIDDEN", ["只有本单位的发布管理员可以上传审签单。"]);
  }
  if (facts.draft !== "IN_REVIEW") {
    throw new AppError("CONFLICT", ["报告不在审核中，没有可以登记的审签单，请刷新页面。"]);
  }
  const by = { byId: actor.userId, byName: actor.name, at: now };
  const hash = sha256(bytes);
  return db.paperScan.create({
    data: { reportId, mime, bytes: Buffer.from(bytes), size: bytes.length, sha256: hash, ...by },
    select: { id: true, sha256: true, size: true },
  });
}

/**
 * 登记线下审签: a registrar says who signed which steps on paper. It does not count yet.
 * @throws INVALID for a code of another text, a signer who could not take the steps, a scan of
 *   another report or one that was registered before
 */
export async function signPaper(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { tx, actor, record, input, now } = scene;
  const { signer = "", code = "", opinion = "", checklist = [] } = input;
  const person = record.holders.find((holder) => holder.userId === signer);
  const scan = await tx.paperScan.findFirst({
    where: { id: input.scan ?? "", reportId: record.id, byId: actor.userId, signature: null },
    select: { id: true, sha256: true },
  });
  const reasons = [
    ...(isCodeOf(code, record.contentHash) ? [] : [codeReason(code, record.contentHash)]),
    ...(scan ? [] : ["没有您上传的这一份审签单，或者它已经登记过，请重新上传。"]),
    ...(signer === actor.userId ? ["您自己签字的，请登录后直接办理，不用登记。"] : []),
    ...(person ? [] : ["所选的人没有承担本稿的审核职责，请重新选择。"]),
    ...(person ? steps.flatMap((step) => signerProblems(scene, step)) : []),
  ];
  if (reasons.length || !person || !scan) throw new AppError("INVALID", [...new Set(reasons)]);
  const { id: roundId, revisionId, no, revisionNo } = roundOf(record);
  const keys = steps.map((step) => step.key);
  const items = steps.flatMap((step) => step.checklist.map((item) => item.key));
  const { id } = await tx.paperSignature.create({
    data: {
      reportId: record.id,
      roundId,
      revisionId,
      scanId: scan.id,
      steps: keys,
      signerId: signer,
      signerName: person.name,
      contentHash: record.contentHash,
      opinion,
      checklist: [...new Set(items)].filter((key) => checklist.includes(key)),
      byId: actor.userId,
      byName: actor.name,
      at: now,
    },
    select: { id: true },
  });
  const { contentHash } = record;
  const signed = { signer: person.name, scan: scan.sha256, paper: id };
  const data = { round: no, revision: revisionNo, steps: keys, contentHash, ...signed };
  return { lane: null, audit: "paper-signed", data };
}

function codeReason(code: string, contentHash: string): string {
  return `审签单上的校验码“${code}”不是现在文稿的校验码（${shortHash(contentHash)}），签的不是这一稿，请重新打印、签字。`;
}

function signerProblems({ record, input }: Scene, step: PlanStep): string[] {
  const found = signerReasons(record, input.signer ?? "", step);
  return found.length ? [`所选的人不能签署“${step.label}”，请按分工和回避的要求重新选择。`] : [];
}

/**
 * 确认线下审签 by a second person: now it is the signer's decision, marked for ever.
 * @throws INVALID for one that is not there, not of this text, or the actor's own
 */
export async function confirmPaper(scene: Scene): Promise<Outcome> {
  const { tx, actor, record, input, now } = scene;
  const paper = pendingPapers(record).find(({ id }) => id === input.paper);
  if (!paper || !mayConfirm(actor.userId, paper)) {
    throw new AppError("INVALID", ["没有这一份等待您确认的线下审签，请刷新页面。"]);
  }
  if (!isCodeOf(input.code ?? "", paper.contentHash)) {
    throw new AppError("INVALID", [codeReason(input.code ?? "", record.contentHash)]);
  }
  const { plan, no, revisionNo } = roundOf(record);
  const steps = planSteps(plan).filter((step) => paper.steps.includes(step.key));
  const reasons = steps.flatMap((step) => signerReasons(record, paper.signerId, step));
  if (reasons.length) {
    throw new AppError("INVALID", [
      `${paper.signerName}现在不能承担这一环节，线下审签不能确认，请重新登记。`,
    ]);
  }
  await tx.paperConfirmation.create({
    data: { signatureId: paper.id, byId: actor.userId, byName: actor.name, at: now },
  });
  const signer = { userId: paper.signerId, name: paper.signerName };
  const { opinion, checklist } = paper;
  const judged = { event: "pass" as const, opinion, checklist };
  await decide({ ...scene, actor: signer, input: judged, paperId: paper.id }, "PASS", steps);
  const facts = { round: no, revision: revisionNo, contentHash: record.contentHash };
  const data = { ...facts, steps: paper.steps, paper: paper.id, signer: paper.signerName };
  return { lane: null, audit: "paper-confirmed", data };
}
