import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";

/** Classes of error a proofreader counts. */
export const proofErrorClasses = {
  typo: "错别字",
  data: "数据",
  punctuation: "标点格式",
  name: "名称称谓",
  wording: "表述",
  other: "其他",
} as const;

const words = z
  .string()
  .trim()
  .max(2000, "不超过两千字")
  .superRefine((text, ctx) => {
    const problem = wordsProblem(text);
    if (problem) ctx.addIssue({ code: "custom", message: problem });
  });

const item = z.strictObject({
  section: z.string().max(60),
  cell: z.string().max(100).nullish(),
  words: words.min(1, "请写明要修改什么"),
});

const proofErrorClass = z.enum(
  Object.keys(proofErrorClasses) as [keyof typeof proofErrorClasses, ...never[]],
);

/** What `POST /reports/{id}/events` takes; which fields an event needs stands in its action. */
export const eventInput = z.strictObject({
  event: z.enum(["submit", "recall", "pass", "return", "reopen", "publish"]),
  /** Version of the report that the person saw. */
  version: z.int().positive().optional(),
  /** Content hash that the person saw; compared where it is sent. */
  contentHash: z.string().max(64).optional(),
  /** Steps to decide; without it every open step that the person may take. */
  steps: z.array(z.string().max(60)).min(1).max(20).optional(),
  opinion: words.optional(),
  /** Keys of the ticked checklist items. */
  checklist: z.array(z.string().max(60)).max(50).optional(),
  proofErrors: z.partialRecord(proofErrorClass, z.int().min(0).max(9999)).optional(),
  items: z.array(item).max(100).optional(),
  changeNote: words.optional(),
  reason: words.optional(),
});
export type EventInput = z.infer<typeof eventInput>;
