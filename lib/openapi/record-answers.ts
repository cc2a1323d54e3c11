import { z } from "zod";
import { hash, instant } from "@/lib/openapi/parts";

const recordEntry = z.strictObject({
  at: instant,
  what: z.string(),
  who: z.string(),
  mark: z.string().nullable().describe("不能忽略的：例外，待确认"),
  lines: z.array(z.strictObject({ label: z.string(), words: z.string() })),
});

const textFacts = { revisionNo: z.int(), contentHash: hash };

/** 审校单. */
export const reviewRecord = z.strictObject({
  bureau: z.string(),
  bureauName: z.string(),
  year: z.int(),
  scope: z.enum(["own", "area"]),
  text: z.strictObject(textFacts).nullable(),
  unconfirmed: z.int(),
  before: z.array(recordEntry),
  rounds: z.array(
    z.strictObject({
      no: z.int(),
      plan: z.string(),
      ...textFacts,
      outcome: z.string(),
      entries: z.array(recordEntry),
    }),
  ),
  texts: z.array(
    z.strictObject({
      ...textFacts,
      sections: z.array(z.strictObject({ label: z.string(), hash })),
    }),
  ),
});

/** A scan as it was stored. */
export const scan = z.strictObject({ id: z.uuid(), sha256: hash, size: z.int() });

/** One answer for each report of a batch, in the order asked. */
export const batchResults = z.strictObject({
  results: z.array(
    z.strictObject({
      report: z.uuid(),
      ok: z.boolean(),
      code: z.string().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
});
