import { type PlanDefinition, planDefinition } from "@/lib/reviews/plans/schema";

const KEPT = 200;
const known = new Map<string, PlanDefinition>();

/** A plan out of its stored canonical JSON; each text is parsed once. */
export function readPlan(stored: string): PlanDefinition {
  const read = known.get(stored);
  if (read) return read;
  const plan = planDefinition.parse(JSON.parse(stored));
  if (known.size >= KEPT) known.clear();
  known.set(stored, plan);
  return plan;
}

/** What would be published next: the draft, else the newest version. Versions come newest first. */
export function workingPlan(row: {
  id: string;
  draft: string | null;
  versions: { definition: string }[];
}): PlanDefinition {
  const stored = row.draft ?? row.versions[0]?.definition;
  if (!stored) throw new Error(`Plan ${row.id} has neither draft nor version`);
  return readPlan(stored);
}
