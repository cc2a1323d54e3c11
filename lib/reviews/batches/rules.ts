import type { Actor } from "@/lib/auth/actor";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { availableActions } from "@/lib/reports/workflow";
import type { BatchGroup } from "@/lib/reviews/batches/schema";
import { checklistGroups, planSteps } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

/** Steps that the actor may pass now by a full judgement; a 改动确认 asks to look at each change. */
function stepsToPass(record: Parameters<typeof availableActions>[0], actor: Actor): PlanStep[] {
  const open = availableActions(record, actor).filter((a) => a.event === "pass" && a.allowed);
  if (!record.round || open.some((action) => action.confirms?.length)) return [];
  const keys = open.map((action) => action.step);
  return planSteps(record.round.plan).filter((step) => keys.includes(step.key));
}

/** What may be passed together: reports whose open steps ask for the very same ticks. */
export function batchGroups(records: ReportRecord[], actor: Actor): BatchGroup[] {
  const groups = new Map<string, BatchGroup>();
  for (const record of records) {
    const steps = stepsToPass(record, actor);
    if (!steps.length) continue;
    const checklist = checklistGroups(steps);
    const group = JSON.stringify(checklist);
    const items = [...(groups.get(group)?.items ?? []), itemOf(record, steps)];
    groups.set(group, { checklist, items });
  }
  return [...groups.values()];
}

function itemOf(record: ReportRecord, steps: PlanStep[]) {
  const { id: report, bureauName, year, version, contentHash, round, findings } = record;
  return {
    report,
    bureauName,
    year,
    version,
    contentHash,
    revisionNo: round?.revisionNo ?? 0,
    findings: findings.length,
    explained: findings.filter((finding) => finding.explanation).length,
    steps: steps.map(({ key, label }) => ({ key, label })),
  };
}
