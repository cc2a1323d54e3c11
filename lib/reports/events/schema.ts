import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";
import { cells, paragraphs } from "@/lib/reports/sections/schema";
import { quoteInput } from "@/lib/reviews/threads/schema";

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

const proofErrorClass = z.enum(
  Object.keys(proofErrorClasses) as [keyof typeof proofErrorClasses, ...never[]],
);

const item = z
  .strictObject({
    section: z.string().max(60),
    cell: z.string().max(100).nullish(),
    /** Without them the correction speaks for itself. */
    words: words.default(""),
    /** 差错 of a 校, by class; without it an 意见. */
    errorClass: proofErrorClass.nullish(),
    /** The passage as the person saw it. */
    quote: quoteInput.nullish(),
    /** What the passage or cell should say. */
    correction: words.max(500, "不超过五百字").nullish(),
  })
  .refine(({ cell, quote }) => !(cell && quote), "单元格和引用的文字只能选一个")
  .refine(({ words, correction }) => words || correction, "请写明要修改什么");

const change = z.union([
  z.strictObject({ section: z.string().max(60), paragraphs }),
  z.strictObject({ section: z.string().max(60), cells }),
]);

const events = [
  "submit",
  "recall",
  "pass",
  "return",
  "amend",
  "claim",
  "handover",
  "override",
  "confirm",
  "sign-paper",
  "confirm-paper",
  "reopen",
  "urge",
  "publish",
] as const;

/** What `POST /reports/{id}/events` takes; which fields an event needs stands in its action. */
export const eventInput = z.strictObject({
  event: z.enum(events),
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
  /** 领导直接改稿: new text of sections; with a pass, before it. */
  changes: z.array(change).min(1).max(20).optional(),
  /** 移交: to whom; null gives the step back to everybody. */
  to: z.uuid().nullish(),
  /** 移交 for somebody who is away: whose place it is. */
  from: z.uuid().optional(),
  /** 例外: which guard. */
  guard: z.string().max(40).optional(),
  /** 确认例外: its id. */
  override: z.uuid().optional(),
  /** 线下审签: who signed the paper. */
  signer: z.uuid().optional(),
  /** The short 校验码 as it stands on the paper. */
  code: z.string().max(20).optional(),
  /** Id of the uploaded scan. */
  scan: z.uuid().optional(),
  /** 确认线下审签: its id. */
  paper: z.uuid().optional(),
});
export type EventInput = z.infer<typeof eventInput>;
