import "server-only";
import { AppError } from "@/lib/errors";
import { findSection, getFormat } from "@/lib/format/content";
import { canonicalSection, sha256 } from "@/lib/format/hash";
import { isOpen } from "@/lib/reports/completion/rules";
import { loadReport } from "@/lib/reports/facts/queries";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { writeRevision } from "@/lib/reports/revisions/commands";
import { type AmendedText, overwriteSections } from "@/lib/reports/sections/commands";
import { mergeSection } from "@/lib/reports/sections/rules";
import { type Outcome, roundOf, type Scene, stateOf } from "@/lib/reviews/commands";
import { hasOtherProofreader } from "@/lib/reviews/people/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";
import { scopeOf } from "@/lib/reviews/rules";

/** 领导直接改稿 without a decision. */
export async function amend(scene: Scene, steps: PlanStep[]): Promise<Outcome> {
  const after = await amendText(scene, steps);
  const { record, input } = scene;
  const sections = [...new Set(input.changes?.map((change) => change.section))];
  const { revisionNo, no } = roundOf(after);
  return {
    lane: null,
    changed: true,
    audit: "amended",
    data: {
      round: no,
      revision: revisionNo,
      steps: steps.map((step) => step.key),
      sections,
      contentHash: after.contentHash,
      before: record.contentHash,
    },
  };
}

/**
 * Writes a reviewer's changes into the text under review as a new 稿 of the round, under his own
 * name; what the checks then ask to explain takes his reason. The record as it is afterwards.
 * @throws INVALID for an illegal value, a change of nothing, a section outside the step's scope, or
 *   a text with 必须修改
 */
export async function amendText(scene: Scene, steps: PlanStep[]): Promise<ReportRecord> {
  const { tx, actor, record, input, now } = scene;
  const texts = changedTexts(record, input.changes ?? []);
  const placed = texts.map((text) => ({ ...text, step: stepFor(scene, steps, text.key) }));
  await overwriteSections(tx, actor, record.id, texts, now);
  const changed = await loadReport(tx, actor, record.id, now);
  await explainNew(scene, changed);
  const labels = [...new Set(placed.map(({ step }) => step.label))].join("、");
  const why = { reason: "AMENDED" as const, name: `${labels}改稿` };
  const revision = await writeRevision(tx, changed, why, actor, now);
  const round = roundOf(record);
  await tx.round.update({ where: { id: round.id }, data: { revisionId: revision.id } });
  await tx.amendment.createMany({
    data: placed.map(({ key, hash, step }) => ({
      reportId: record.id,
      roundId: round.id,
      revisionId: revision.id,
      step: step.key,
      section: key,
      beforeHash: record.hashes[key] ?? "",
      afterHash: hash,
      reason: input.reason ?? "",
      actorId: actor.userId,
      actorName: actor.name,
      at: now,
    })),
  });
  return loadReport(tx, actor, record.id, now);
}

/** The step in whose name a section is changed: it may edit, judges it, and is not left alone with it. */
function stepFor({ actor, record }: Scene, steps: PlanStep[], section: string): PlanStep {
  const label = findSection(getFormat(record.identity.format), section)?.label;
  const own = steps.filter((one) => one.mayEdit);
  const step = own.find((one) => scopeOf(one, record.hashes).includes(section));
  if (!step) {
    const names = own.map((one) => `“${one.label}”`).join("、");
    throw new AppError("INVALID", [`“${label}”不在${names}的审核范围内，不能修改，请退回修改。`]);
  }
  if (hasOtherProofreader(section, actor.userId, stateOf(record), record.holders)) return step;
  throw new AppError("INVALID", [`没有其他人可以校对“${label}”，不能直接改稿，请退回修改。`]);
}

function changedTexts(
  record: ReportRecord,
  changes: NonNullable<Scene["input"]["changes"]>,
): AmendedText[] {
  const format = getFormat(record.identity.format);
  const sections = { ...record.sections };
  const origins: Record<string, AmendedText["origins"]> = {};
  for (const { section: wanted, ...change } of changes) {
    const section = findSection(format, wanted)?.key;
    if (!section) throw new AppError("INVALID", [`报告没有“${wanted}”这一部分，请重新选择。`]);
    const merged = mergeSection(format, section, sections[section], change, false);
    if (merged.kind !== "merged") {
      throw new AppError("INVALID", merged.kind === "illegal" ? merged.reasons : merged.places);
    }
    sections[section] = merged.content;
    const typed = merged.changed.map((place) => [place, "typed" as const]);
    origins[section] = { ...origins[section], ...Object.fromEntries(typed) };
  }
  const texts = Object.keys(origins).map((key): AmendedText => {
    const content = canonicalSection(sections[key as keyof typeof sections]);
    return { key, content, hash: sha256(content), origins: origins[key] ?? {} };
  });
  const different = texts.filter(({ key, hash }) => record.hashes[key] !== hash);
  if (!different.length) throw new AppError("INVALID", ["内容没有变化，不需要改稿。"]);
  return different;
}

/** A reviewer's change leaves nothing that must be changed; what it makes unusual takes his reason. */
async function explainNew({ tx, actor, input, now }: Scene, changed: ReportRecord): Promise<void> {
  const open = changed.findings.filter(isOpen);
  const blocks = open.filter((finding) => finding.tier === "block");
  if (blocks.length) {
    throw new AppError(
      "INVALID",
      blocks.map(({ message, advice }) => `改后仍须修改：${message}。${advice}。`),
    );
  }
  const by = { byId: actor.userId, byName: actor.name, at: now, reason: input.reason ?? "" };
  await tx.explanation.createMany({
    data: open.map(({ fingerprint, rule }) => ({
      reportId: changed.id,
      fingerprint,
      rule,
      ...by,
    })),
  });
}
