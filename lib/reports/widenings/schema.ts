import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";

/** 扩大修改范围: a section that was not returned, and why it has to change too. */
export const wideningInput = z.strictObject({
  section: z.string().max(60),
  reason: z
    .string()
    .trim()
    .min(2, "请写明为什么要改这一部分")
    .max(500, "理由不超过五百字")
    .superRefine((text, ctx) => {
      const problem = wordsProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
});
export type WideningInput = z.infer<typeof wideningInput>;
