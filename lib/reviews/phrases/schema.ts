import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";

/** 常用意见, as a person's own or, with a bureau code, for everybody of the bureau. */
export const newPhraseInput = z.strictObject({
  words: z
    .string()
    .trim()
    .min(1, "请写下意见")
    .max(200, "不超过二百字")
    .superRefine((text, ctx) => {
      const problem = wordsProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
  bureau: z.string().max(40).optional(),
});
export type NewPhraseInput = z.infer<typeof newPhraseInput>;

export interface PhraseItem {
  id: string;
  words: string;
  /** Bureau code; null for one's own. */
  bureau: string | null;
  bureauName: string | null;
  mayRemove: boolean;
}
