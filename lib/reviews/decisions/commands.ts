import "server-only";
import { AppError } from "@/lib/errors";
import type { SectionKey } from "@/lib/format/format";
import { canonical } from "@/lib/format/hash";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { lastSteps } from "@/lib/reports/rules";
import { laneAfter } from "@/lib/reports/workflow";
import { amendText } from "@/lib/reviews/amendments/commands";
import { closeRound, type Outcome, roundOf, type Scene, stateOf } from "@/lib/reviews/commands";
import { correctionWords, errorCounts } from "@/lib/reviews/decisions/rules";
import { anchorOf } from "@/lib/reviews/passages/rules";
import { holdingOf } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { scopeOf } from "@/lib/reviews/rules";
import type { QuoteInput } from "@/lib/reviews/threads/schema";
import { Prisma } from "@/prisma/generated/client";
import type { DecisionKind } from "@/prisma/generated/enums";

/** 审核通过 of some steps; with changes the reviewer's own hand comes first (领导直接改稿). */
export async function pass(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { actor, input } = scene;
  const record = input.changes ? await amendText(scene, steps) : scene.record;
  const judging = { ...scene, record };
  await decide(judging, "PASS", steps, scene.record);
  return {
    lane: null,
    changed: input.changes !== undefined,
    audit: "passed",
    data: {
      ...judged(judging, steps),
      ...amendedBy(scene),
      ...actedFor(judging, steps, actor.userId),
    },
  };
}

/** 退回修改: the round ends. */
export async function giveBack(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const { tx, record, input, now } = scene;
  await decide(scene, "RETURN", steps);
  await closeRound(tx, roundOf(record).id, "RETURNED", now);
  const sections = [...new Set(input.items?.map((item) => item.section))];
  return { lane: "RETURNED", audit: "returned", data: { ...judged(scene, steps), sections } };
}

/** An approved text goes back: the steps of the last level that the person holds are asked again. */
export async function reopen(scene: Scene): Promise<Outcome> {
  const { actor, record, input } = scene;
  const steps = lastSteps(actor, record);
  await decide({ ...scene, input: { ...input, opinion: input.reason } }, "RETURN", steps);
  return { lane: laneAfter("reopen"), audit: "reopened", data: judged(scene, steps) };
}

/** An act of judging: by the actor himself, or as somebody signed it on paper. */
type Judging = Omit<Scene, "actor"> & { actor: { userId: string; name: string }; paperId?: string };

/**
 * Appends one decision per step, each naming the hashes of its scope; items go with the first.
 * @param seen the text in which the person found the items: before his own change, where he made one
 */
export async function decide(
  scene: Judging,
  kind: DecisionKind,
  steps: PlanStep[],
  seen = scene.record,
): Promise<void> {
  const { tx, actor, record, input, now, paperId = null } = scene;
  const { contentHash, hashes } = record;
  const { opinion = "", checklist = [], items = [] } = input;
  const { id: roundId, revisionId } = roundOf(record);
  const state = stateOf(record);
  const proof = steps.find((step) => step.kind === "proof")?.key;
  const decisions = steps.map((step) => {
    const holding = holdingOf(actor.userId, step, state, record.holders);
    return {
      reportId: record.id,
      roundId,
      revisionId,
      step: step.key,
      kind,
      actorId: actor.userId,
      actorName: actor.name,
      forId: holding?.forId ?? null,
      forName: holding?.forName ?? null,
      contentHash,
      hashes: canonical(Object.fromEntries(scopeOf(step, hashes).map((key) => [key, hashes[key]]))),
      opinion,
      checklist: step.checklist.map((item) => item.key).filter((key) => checklist.includes(key)),
      // Counted once, however many 校 are taken in the act.
      proofErrors: step.key === proof ? errorCounts(input) : {},
      at: now,
      paperId,
    };
  });
  const written = await tx.decision.createManyAndReturn({
    data: decisions,
    select: { id: true, step: true },
  });
  const first = written.find(({ step }) => step === steps[0]?.key)?.id;
  const proofread = written.find(({ step }) => step === proof)?.id ?? first;
  if (!first || !proofread || !items.length) return;
  await tx.reviewItem.createMany({
    data: items.map(({ section, cell, words, errorClass, quote, correction }) => ({
      // 差错 belong to the 校 of the act.
      decisionId: errorClass ? proofread : first,
      section,
      cell: cell ?? null,
      words: words || correctionWords(correction ?? ""),
      errorClass: errorClass ?? null,
      quote: quote ? { ...anchored(seen, section, quote) } : Prisma.DbNull,
      correction: correction ?? null,
    })),
  });
}

/** A quoted passage with its surroundings, so that it is found again. @throws INVALID */
function anchored(record: ReportRecord, section: string, quote: QuoteInput) {
  const content = record.sections[section as SectionKey];
  const anchor = anchorOf(content.kind === "prose" ? content.paragraphs : content.notes, quote);
  if (anchor) return anchor;
  throw new AppError("INVALID", [`文稿里没有您选取的“${quote.text}”，请重新选取。`]);
}

function judged({ record }: Scene, steps: PlanStep[]) {
  const { no, revisionNo } = roundOf(record);
  const keys = steps.map((step) => step.key);
  return { round: no, revision: revisionNo, steps: keys, contentHash: record.contentHash };
}

/** 改稿 within the act: where, and over which text. */
function amendedBy({ record, input }: Scene) {
  if (!input.changes) return {};
  const sections = [...new Set(input.changes.map((change) => change.section))];
  return { sections, before: record.contentHash };
}

function actedFor({ record }: Scene, steps: PlanStep[], userId: string) {
  const state = stateOf(record);
  const names = steps.map((step) => holdingOf(userId, step, state, record.holders)?.forName);
  const deputed = [...new Set(names.filter((name) => name !== null && name !== undefined))];
  return deputed.length ? { for: deputed } : {};
}
