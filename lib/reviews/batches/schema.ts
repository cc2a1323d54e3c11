import { z } from "zod";
import { eventInput } from "@/lib/reports/events/schema";
import type { ChecklistGroup } from "@/lib/reviews/plans/rules";

/** Most reports that are passed in one request. */
export const BATCH = 50;

const { opinion, checklist, steps } = eventInput.shape;

/** 一并通过: each report as it was seen, each with its own answer. */
export const batchInput = z.strictObject({
  items: z
    .array(
      z.strictObject({
        report: z.uuid(),
        version: z.int().positive(),
        /** Of the text that was seen: no other is passed. */
        contentHash: z.string().length(64, "应为完整的校验码（64 位）"),
        steps,
        opinion,
        checklist,
      }),
    )
    .min(1, "请至少选择一份报告")
    .max(BATCH, `一次最多 ${BATCH} 份`)
    .refine(
      (items) => new Set(items.map((item) => item.report)).size === items.length,
      "同一份报告只能列一次",
    ),
});
export type BatchInput = z.infer<typeof batchInput>;

/** What became of one report. */
export interface BatchResult {
  report: string;
  ok: boolean;
  /** INVALID, CONFLICT …; null where it was passed. */
  code: string | null;
  reasons: string[];
}

/** A waiting report as it is seen before it is passed together with others. */
export interface BatchItem {
  report: string;
  bureauName: string;
  year: number;
  version: number;
  revisionNo: number;
  contentHash: string;
  findings: number;
  explained: number;
  /** Keys and labels of the steps that would be passed. */
  steps: { key: string; label: string }[];
}

/** Waiting reports whose steps ask for the same ticks. */
export interface BatchGroup {
  checklist: ChecklistGroup[];
  items: BatchItem[];
}
