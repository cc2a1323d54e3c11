import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";
import { AnswerKind } from "@/prisma/generated/enums";

/** 答复 of a returned item: 已按意见修改, or why not. */
export const answerInput = z
  .strictObject({
    kind: z.enum(AnswerKind),
    words: z
      .string()
      .trim()
      .max(500, "答复不超过五百字")
      .superRefine((text, ctx) => {
        const problem = wordsProblem(text);
        if (problem) ctx.addIssue({ code: "custom", message: problem });
      })
      .default(""),
  })
  .refine(({ kind, words }) => kind === "DONE" || words.length > 1, "没有修改的，请写明情况");
export type AnswerInput = z.infer<typeof answerInput>;
