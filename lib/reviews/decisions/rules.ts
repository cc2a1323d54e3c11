import type { EventInput } from "@/lib/reports/events/schema";

/** 一审（线下审签）: a step as it was signed; on paper is said wherever the decision is shown. */
export function signedStep(label: string, { paperId }: { paperId: string | null }): string {
  return paperId === null ? label : `${label}（线下审签）`;
}

/** 差错数 by class: those counted without a place, and those recorded at their places. */
export function errorCounts({
  proofErrors = {},
  items = [],
}: Pick<EventInput, "proofErrors" | "items">) {
  const counts: Record<string, number> = { ...proofErrors };
  for (const { errorClass } of items) {
    if (errorClass) counts[errorClass] = (counts[errorClass] ?? 0) + 1;
  }
  return counts;
}

/** All 差错 of a 校. */
export function errorTotal(input: Pick<EventInput, "proofErrors" | "items">): number {
  return Object.values(errorCounts(input)).reduce((sum, count) => sum + count, 0);
}

/** What an error says where the proofreader wrote no word about it. */
export function correctionWords(correction: string): string {
  return `应为“${correction}”。`;
}
