import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { performEvent } from "@/lib/reports/events/commands";
import type { BatchInput, BatchResult } from "@/lib/reviews/batches/schema";

/**
 * 一并通过: each report through the one write path in a transaction of its own, so that a refusal
 * of one leaves the others alone. One after the other, and one answer for each.
 */
export async function passTogether(
  actor: Actor,
  { items }: BatchInput,
  now: Date,
): Promise<{ results: BatchResult[] }> {
  const results: BatchResult[] = [];
  for (const { report, ...seen } of items) {
    results.push(await passOne(actor, report, seen, now));
  }
  return { results };
}

async function passOne(
  actor: Actor,
  report: string,
  seen: Omit<BatchInput["items"][number], "report">,
  now: Date,
): Promise<BatchResult> {
  try {
    await performEvent(actor, report, { event: "pass", ...seen }, now);
    return { report, ok: true, code: null, reasons: [] };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { report, ok: false, code: error.code, reasons: error.reasons };
  }
}
