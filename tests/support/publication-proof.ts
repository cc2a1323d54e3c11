import { expect } from "vitest";
import { db } from "@/lib/db";
import type { PlanDefinition, PlanStep } from "@/lib/reviews/plans/schema";

/**
 * What must hold of everything public, read from the rows and not by the evaluator: the plan of
 * its round is fulfilled, by different people, over the very hashes that were published.
 */
export async function checkPublication(reportId: string): Promise<void> {
  const publication = await db.publication.findFirstOrThrow({
    where: { reportId },
    select: { contentHash: true, publishedAt: true, revision: true },
  });
  const { revision, contentHash, publishedAt } = publication;
  expect(revision.contentHash).toBe(contentHash);
  const hashes: Record<string, string> = JSON.parse(revision.sectionHashes);
  const round = await db.round.findFirstOrThrow({
    where: { reportId },
    orderBy: { no: "desc" },
    select: { no: true, plan: true, revisionId: true, outcome: true },
  });
  expect(round).toMatchObject({ revisionId: revision.id, outcome: "APPROVED" });
  const plan: PlanDefinition = JSON.parse(round.plan);
  const rows = await rowsOf(reportId, publishedAt);
  const relaxed = rows.overrides.map((override) => override.guard);

  const passers = new Map<string, string[][]>();
  for (const step of plan.stages.flatMap((stage) => stage.steps)) {
    const passes = standing(step, plan, round.no, hashes, rows);
    expect([step.key, passes.length > 0]).toEqual([step.key, true]);
    if (step.policy === "all") {
      const passed = passes.map((d) => d.forId ?? d.actorId);
      const asked = step.asked.map(({ id }) => handedOn(id, step.key, round.no, rows));
      for (const id of asked)
        expect([step.key, passed]).toEqual([step.key, expect.arrayContaining([id])]);
    }
    passers.set(
      step.key,
      passes.map((d) => (d.forId ? [d.actorId, d.forId] : [d.actorId])),
    );
  }
  if (plan.constraints.distinctLevels && !relaxed.includes("distinctLevels")) {
    const levels = plan.stages
      .filter((stage) => stage.distinct)
      .map((stage) => stage.steps.map((step) => passers.get(step.key) ?? []));
    expect(
      canBeDifferent(
        levels.map((steps) => steps.flat()),
        new Set(),
      ),
    ).toBe(true);
  }
  for (const { section, actorId, afterHash } of rows.amendments) {
    if (hashes[section] !== afterHash) continue;
    const proofs = plan.stages.flatMap((s) => s.steps).filter((step) => step.kind === "proof");
    const others = proofs.flatMap((step) => standing(step, plan, round.no, hashes, rows));
    const last = rows.amendments.findLast((amendment) => amendment.section === section);
    if (last?.actorId !== actorId) continue;
    expect(others.some((d) => d.actorId !== actorId && d.forId !== actorId)).toBe(true);
  }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>;

async function rowsOf(reportId: string, until: Date) {
  const at = { lte: until };
  const [decisions, edits, amendments, overrides, handovers] = await Promise.all([
    db.decision.findMany({
      where: { reportId, at },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      include: { round: { select: { no: true } } },
    }),
    db.sectionHistory.findMany({ where: { reportId, savedAt: at }, select: { userId: true } }),
    db.amendment.findMany({ where: { reportId, at }, orderBy: [{ at: "asc" }, { id: "asc" }] }),
    db.override.findMany({ where: { reportId, at } }),
    db.handover.findMany({
      where: { round: { reportId }, at },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      include: { round: { select: { no: true } } },
    }),
  ]);
  return { decisions, drafters: edits.map((e) => e.userId), amendments, overrides, handovers };
}

function standing(
  step: PlanStep,
  plan: PlanDefinition,
  roundNo: number,
  hashes: Record<string, string>,
  rows: Rows,
) {
  const own = rows.decisions.filter((decision) => decision.step === step.key);
  const back = own.findLastIndex((decision) => decision.kind === "RETURN");
  const scope = step.scope === "all" ? Object.keys(hashes) : step.scope;
  return own.slice(back + 1).filter((decision) => {
    const judged: Record<string, string> = JSON.parse(decision.hashes);
    const drafted = [decision.actorId, decision.forId].some((id) =>
      rows.drafters.includes(id ?? ""),
    );
    const fresh = !plan.constraints.restart || decision.round.no === roundNo;
    return fresh && drafted === step.ownCheck && scope.every((key) => judged[key] === hashes[key]);
  });
}

function handedOn(id: string, step: string, roundNo: number, { handovers }: Rows): string {
  return handovers
    .filter((handover) => handover.step === step && handover.round.no === roundNo)
    .reduce((who, { fromId, toId }) => (fromId === who && toId ? toId : who), id);
}

/** Whether each level can be given one of its passers so that nobody stands on two. */
function canBeDifferent([level, ...rest]: string[][][], taken: Set<string>): boolean {
  if (!level) return true;
  return level.some(
    (people) =>
      !people.some((id) => taken.has(id)) && canBeDifferent(rest, new Set([...taken, ...people])),
  );
}
