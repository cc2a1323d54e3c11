import "server-only";
import { appendAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { sendNotices } from "@/lib/notifications/commands";
import { noticesAfter } from "@/lib/notifications/rules";
import { type RenderedFile, renderFiles, writePublication } from "@/lib/publications/commands";
import {
  amendingOf,
  checkInput,
  chosenSteps,
  momentAfter,
  stepsOf,
} from "@/lib/reports/events/rules";
import type { EventInput } from "@/lib/reports/events/schema";
import { loadReport, lockReport, readable, type Wall } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { writeRevision } from "@/lib/reports/revisions/commands";
import { reviewState } from "@/lib/reports/rules";
import { urge } from "@/lib/reports/urges/commands";
import { availableActions, laneAfter } from "@/lib/reports/workflow";
import { amend } from "@/lib/reviews/amendments/commands";
import { closeRound, type Outcome, openRound, roundOf, type Scene } from "@/lib/reviews/commands";
import { giveBack, pass, reopen } from "@/lib/reviews/decisions/commands";
import { claim, handOver } from "@/lib/reviews/handovers/commands";
import { confirmOverride, override } from "@/lib/reviews/overrides/commands";
import { confirmPaper, signPaper } from "@/lib/reviews/papers/commands";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { writeOpenSteps } from "@/lib/reviews/queue/commands";
import { openSteps } from "@/lib/reviews/rules";
import type { Prisma } from "@/prisma/generated/client";

/**
 * The one write path of a report: lock, compare the version, evaluate, append
 * the facts, move the lane, append audit and outbox, in one transaction.
 * Behind a wall other than one's own only what judges no text is done: 催办 by the office above.
 * @throws NOT_FOUND; PRECONDITION without a version; CONFLICT for an old one or a wrong lane;
 *   FORBIDDEN; INVALID; each with all reasons
 */
export async function performEvent(
  actor: Actor,
  reportId: string,
  input: EventInput,
  now: Date,
  wall: Wall = readable,
): Promise<void> {
  const prepared =
    input.event === "publish" ? await prepareFiles(actor, reportId, input, now) : null;
  await db.$transaction(async (tx) => {
    const record = await lockReport(tx, actor, reportId, now, wall);
    checkVersion(record, input);
    const steps = checkAllowed(record, actor, input);
    const at = prepared?.at ?? momentAfter(record, now);
    const scene = { tx, actor, record, input, now: at };
    const outcome = await write(scene, steps, prepared?.files ?? []);
    await settle(scene, outcome, wall);
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
  const all = availableActions(record, actor);
  const chosen = chosenSteps(
    all.filter((action) => action.event === input.event),
    input,
  );
  const asked = [...chosen, ...amendingOf(all, input, chosen)];
  const refused = asked.filter((action) => !action.allowed);
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
    case "amend":
      return amend(scene, steps);
    case "claim":
      return claim(scene, steps);
    case "handover":
      return handOver(scene, steps);
    case "override":
      return override(scene);
    case "confirm":
      return confirmOverride(scene);
    case "sign-paper":
      return signPaper(scene, steps);
    case "confirm-paper":
      return confirmPaper(scene);
    case "reopen":
      return reopen(scene);
    case "urge":
      return urge(scene);
    case "publish":
      return publish(scene, files);
  }
}

async function submit({ tx, actor, record, now }: Scene): Promise<Outcome> {
  const revision = await writeRevision(tx, record, { reason: "SUBMITTED" }, actor, now);
  const no = (record.round?.no ?? 0) + 1;
  const { round } = record;
  const keep = round && record.decisions.length > 0;
  const pinned = keep ? { planVersionId: round.planVersionId, plan: round.plan } : null;
  await openRound(tx, actor, { record, no, pinned, revisionId: revision.id }, now);
  const data = { round: no, revision: revision.no, contentHash: record.contentHash };
  return { lane: laneAfter("submit"), audit: "submitted", data };
}

async function recall({ tx, record, now }: Scene): Promise<Outcome> {
  const round = roundOf(record);
  await closeRound(tx, round.id, "RECALLED", now);
  return { lane: laneAfter("recall"), audit: "recalled", data: { round: round.no } };
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

/** Moves the lane and appends what follows from the fact. */
async function settle(scene: Scene, outcome: Outcome, wall: Wall): Promise<void> {
  const { lane, changed, audit, data } = outcome;
  const { tx, actor, record, input, now } = scene;
  if (lane || changed) {
    const live = input.event === "publish" ? { live: "LIVE" as const } : {};
    await tx.report.update({
      where: { id: record.id },
      data: { ...(lane && { draft: lane }), version: { increment: 1 }, ...live },
    });
  }
  const who = { id: actor.userId, name: actor.name };
  const chain = record.identity.bureau;
  await appendAudit(tx, { chain, type: audit, actor: who, subject: record.id, data }, now);
  const reload = () => loadReport(tx, actor, record.id, now, wall);
  const after = await approveWhenFulfilled(scene, await reload(), reload);
  await markFiled(tx, after, now);
  await writeOpenSteps(tx, after);
  await sendNotices(tx, noticesAfter(input.event, record, after, actor), now);
}

/** 审定: no step is left to ask, whichever event it was that left none. */
async function approveWhenFulfilled(
  scene: Scene,
  after: ReportRecord,
  reload: () => Promise<ReportRecord>,
): Promise<ReportRecord> {
  const { tx, actor, now } = scene;
  const state = after.draft === "IN_REVIEW" ? reviewState(after) : null;
  if (!state || openSteps(state).length) return after;
  const { id, contentHash, identity } = after;
  const { id: roundId, no, revisionNo } = roundOf(after);
  await closeRound(tx, roundId, "APPROVED", now);
  await tx.report.update({ where: { id }, data: { draft: "APPROVED", version: { increment: 1 } } });
  const who = { id: actor.userId, name: actor.name };
  const entry = { chain: identity.bureau, type: "approved" as const, actor: who, subject: id };
  const data = { round: no, revision: revisionNo, contentHash };
  await appendAudit(tx, { ...entry, data }, now);
  return reload();
}

/** From the moment 报送审核 is reached the superior may read the text. */
async function markFiled(
  tx: Prisma.TransactionClient,
  after: ReportRecord,
  now: Date,
): Promise<void> {
  const state = after.draft === "IN_REVIEW" ? reviewState(after) : null;
  const reached = state && openSteps(state).some((step) => step.kind === "file");
  if (!reached || !after.round || after.round.filedAt) return;
  await tx.round.update({ where: { id: after.round.id }, data: { filedAt: now } });
}
