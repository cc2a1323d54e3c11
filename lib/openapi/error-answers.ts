import { z } from "zod";
import { identity } from "@/lib/openapi/parts";
import { ErrorClass } from "@/prisma/generated/enums";

/** 差错率, a row for each 送审 that was proofread. */
export const errorRates = z.strictObject({
  items: z.array(
    z.strictObject({
      report: z.uuid(),
      ...identity,
      bureauName: z.string(),
      round: z.int(),
      revisionNo: z.int(),
      errors: z.record(z.enum(ErrorClass), z.int()),
      total: z.int(),
      characters: z.int().describe("文字部分的字数，不含表格"),
      rate: z.number().nullable().describe("每万字差错数"),
    }),
  ),
});
