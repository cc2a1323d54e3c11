import { z } from "zod";
import { applicantColumns } from "@/lib/format/2021-applications";
import { MAX_COUNT } from "@/lib/format/cells";
import { wordsProblem } from "@/lib/format/prose";

const count = z.int("只能填写整数").min(0, "不能是负数").max(MAX_COUNT, "件数不能超过 999,999,999");

/** 自填的上年数: 结转下年度 of each column, and the document that it was taken from. */
export const carryStatementInput = z.strictObject({
  carriedOut: z.strictObject(Object.fromEntries(applicantColumns.map(({ key }) => [key, count]))),
  document: z
    .string()
    .trim()
    .min(2, "请写明数字抄自哪里，至少两个字")
    .max(100, "出处不超过一百字")
    .superRefine((text, ctx) => {
      const problem = wordsProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
});
export type CarryStatementInput = z.infer<typeof carryStatementInput>;
