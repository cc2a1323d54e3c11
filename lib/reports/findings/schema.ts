import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";

/** 情况说明: a ready reason, or words. */
export const explanationInput = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(2, "请写明情况，至少两个字")
    .max(500, "情况说明不超过五百字")
    .superRefine((text, ctx) => {
      const problem = wordsProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
});

export const explainInput = z.strictObject({
  fingerprints: z.array(z.string().max(500)).min(1).max(200),
  reason: explanationInput.shape.reason,
});
export type ExplainInput = z.infer<typeof explainInput>;
