import type { EventInput } from "@/lib/reports/events/schema";

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
