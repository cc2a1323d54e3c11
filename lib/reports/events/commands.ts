import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { AuditType } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { canonical } from "@/lib/format/hash";
import { sendNotices } from "@/lib/notifications/commands";
import { noticesAfter } from "@/lib/notifications/rules";
import { type RenderedFile, renderFiles, writePublication } from "@/lib/publications/commands";
import { checkInput, chosenSteps, momentAfter, stepsOf } from "@/lib/reports/events/rules";
import type { EventInput } from "@/lib/reports/events/schema";
import { loadReport, lockReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { writeRevision } from "@/lib/reports/revisions/commands";
import { lastSteps, reviewState } from "@/lib/reports/rules";
import { availableActions, laneAfter } from "@/lib/reports/workflow";
import { closeRound, openRound, writeDecisions } from "@/lib/reviews/commands";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { openSteps, withPasses } from "@/lib/reviews/rules";
import type { Prisma } from "@/prisma/generated/client";
import type { DraftState } from "@/prisma/generated/enums";

/** What an event leaves behind besides its own facts. */
interface Outcome {
  /** Lane afterwards; null where it stays. */
  lane: DraftState | null;
  audit: AuditType;
  data: Record<string, unknown>;
}

interface Scene {
  tx: Prisma.TransactionClient;
  actor: Actor;
  record: ReportRecord;
  input: EventInput;
  now: Date;
}

/**
 * The one write path of a report: lock, compare the version, evaluate, append
 * the facts, move the lane, append audit and outbox, in one transaction.
 * @throws NOT_FOUND; PRECONDITION without a version; CONFLICT for an old one or a wrong lane;
 *   FORBIDDEN; INVALID; each with all reasons
 */
export async function performEvent(
  actor: Actor,
  reportId: string,
  input: EventInput,
  now: Date,
): Promise<void> {
  const prepared =
    input.event === "publish" ? await prepareFiles(actor, reportId, input, now) : null;
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now);
    checkVersion(record, input);
    const steps = checkAllowed(record, actor, input);
    const at = prepared?.at ?? momentAfter(record, now);
    const scene = { tx, actor, record, input, now: at };
    const outcome = await write(scene, steps, prepared?.files ?? []);
    await settle(scene, outcome);
  });
}

/** Files are rendered before the lock is taken; the lock's own checks come again after it. */
async function prepareFiles(
  actor: Actor,
  reportId: string,
  input: EventInput,
  now: Date,
): Promise<{ files: RenderedFile[]; at: Date }> {
  const record = await loadReport(db, actor, reportId, now);
  checkVersion(record, input);
  checkAllowed(record, actor, input);
  const at = momentAfter(record, now);
  return { files: await renderFiles(record, at), at };
}

function checkVersion(record: ReportRecord, input: EventInput): void {
  if (input.version === undefined) {
    throw new AppError("PRECONDITION", ["请求缺少 version，请带上您看到的报告版本。"]);
  }
  const otherText = input.contentHash !== undefined && input.contentHash !== record.contentHash;
  if (input.version !== record.version || otherText) {
    const reason = "报告刚刚有了变化，您看到的不是最新的文稿。请刷新页面，看过以后再操作。";
    throw new AppError("CONFLICT", [reason], { version: record.version });
  }
}

/** @returns the steps to decide; empty for events that belong to no step. */
function checkAllowed(record: ReportRecord, actor: Actor, input: EventInput): PlanStep[] {
  const actions = availableActions(record, actor).filter((a) => a.event === input.event);
  const chosen = chosenSteps(actions, input);
  const refused = chosen.filter((action) => !action.allowed);
  if (refused.length) {
    const reasons = [...new Set(refused.flatMap((action) => action.reasons))];
    throw new AppError(refused[0]?.refusal ?? "INVALID", reasons);
  }
  const steps = stepsOf(record, chosen);
  const missing = checkInput(record, input, chosen, steps);
  if (missing.length) throw new AppError("INVALID", missing);
  return steps;
}

async function write(scene: Scene, steps: PlanStep[], files: RenderedFile[]): Promise<Outcome> {
  switch (scene.input.event) {
    case "submit":
      return submit(scene);
    case "recall":
      return recall(scene);
    case "pass":
      return pass(scene, steps);
    case "return":
      return giveBack(scene, steps);
    case "reopen":
      return reopen(scene);
    case "publish":
      return publish(scene, files);
  }
}

async function submit({ tx, actor, record, now }: Scene): Promise<Outcome> {
  const revision = await writeRevision(tx, record, { reason: "SUBMITTED" }, actor, now);
  const no = (record.round?.no ?? 0) + 1;
  const { round, bureauId } = record;
  const keep = round && record.decisions.length > 0;
  const pinned = keep ? { planVersionId: round.planVersionId, plan: canonical(round.plan) } : null;
  const reportId = record.id;
  await openRound(tx, actor, { reportId, no, bureauId, pinned, revisionId: revision.id }, now);
  const data = { round: no, revision: revision.no, contentHash: record.contentHash };
  return { lane: laneAfter("submit"), audit: "submitted", data };
}

async function recall({ tx, record, now }: Scene): Promise<Outcome> {
  const round = roundOf(record);
  await closeRound(tx, round.id, "RECALLED", now);
  return { lane: laneAfter("recall"), audit: "recalled", data: { round: round.no } };
}

async function pass(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { tx, record, now } = scene;
  const round = roundOf(record);
  await decide(scene, "PASS", steps);
  const approved = isFulfilledBy(scene, steps);
  if (approved) await closeRound(tx, round.id, "APPROVED", now);
  return {
    lane: approved ? "APPROVED" : null,
    audit: "passed",
    data: { ...judged(record, steps), approved },
  };
}

/** Whether the plan is fulfilled once the actor's passes of these steps stand. */
function isFulfilledBy({ record, actor, now }: Scene, steps: PlanStep[]): boolean {
  const state = reviewState(record);
  if (!state) return false;
  const after = withPasses(state, steps, actor, now);
  return openSteps(after, record.holders).length === 0;
}

async function giveBack(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { tx, record, input, now } = scene;
  await decide(scene, "RETURN", steps);
  await closeRound(tx, roundOf(record).id, "RETURNED", now);
  const sections = [...new Set(input.items?.map((item) => item.section))];
  return { lane: "RETURNED", audit: "returned", data: { ...judged(record, steps), sections } };
}

/** An approved text goes back: the steps of the last level that the person holds are asked again. */
async function reopen(scene: Scene): Promise<Outcome> {
  const { actor, record, input } = scene;
  const steps = lastSteps(actor, record);
  await decide({ ...scene, input: { ...input, opinion: input.reason } }, "RETURN", steps);
  return { lane: laneAfter("reopen"), audit: "reopened", data: judged(record, steps) };
}

async function publish(scene: Scene, files: RenderedFile[]): Promise<Outcome> {
  const { tx, actor, record, input, now } = scene;
  const round = roundOf(record);
  const publication = await writePublication(
    tx,
    { record, revisionId: round.revisionId, files, changeNote: input.changeNote ?? "" },
    actor,
    now,
  );
  const data = { ...publication, contentHash: record.contentHash, revision: round.revisionNo };
  return { lane: laneAfter("publish"), audit: "published", data };
}

async function decide(scene: Scene, kind: "PASS" | "RETURN", steps: PlanStep[]): Promise<void> {
  const { tx, actor, record, input, now } = scene;
  const { contentHash, hashes } = record;
  const { opinion = "", checklist = [], proofErrors = {}, items = [] } = input;
  const words = { opinion, checklist, proofErrors, items };
  const judgement = { reportId: record.id, round: roundOf(record), contentHash, hashes, kind };
  await writeDecisions(tx, actor, { ...judgement, steps, ...words }, now);
}

function judged(record: ReportRecord, steps: PlanStep[]) {
  const round = roundOf(record);
  const { contentHash } = record;
  return {
    round: round.no,
    revision: round.revisionNo,
    steps: steps.map((s) => s.key),
    contentHash,
  };
}

function roundOf(record: ReportRecord) {
  if (!record.round) throw new Error(`Report ${record.id} has no round`);
  return record.round;
}

/** Moves the lane and appends what follows from the fact. */
async function settle(scene: Scene, { lane, audit, data }: Outcome): Promise<void> {
  const { tx, actor, record, input, now } = scene;
  if (lane) {
    const live = input.event === "publish" ? { live: "LIVE" as const } : {};
    await tx.report.update({
      where: { id: record.id },
      data: { draft: lane, version: { increment: 1 }, ...live },
    });
  }
  const who = { id: actor.userId, name: actor.name };
  const chain = record.identity.bureau;
  await appendAudit(tx, { chain, type: audit, actor: who, subject: record.id, data }, now);
  const after = await loadReport(tx, actor, record.id, now);
  await sendNotices(tx, noticesAfter(input.event, record, after), now);
}
