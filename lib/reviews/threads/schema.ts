import { z } from "zod";
import { wordsProblem } from "@/lib/format/prose";
import type { ThreadMessageKind } from "@/prisma/generated/enums";

/** Longest message and longest quoted passage, in UTF-16 units. */
const MAX_WORDS = 2000;
const MAX_QUOTE = 500;

const words = z
  .string()
  .trim()
  .min(1, "请写下您要说的话")
  .max(MAX_WORDS, `不超过${MAX_WORDS}字，请分几条写`)
  .superRefine((text, ctx) => {
    const problem = wordsProblem(text);
    if (problem) ctx.addIssue({ code: "custom", message: problem });
  });

/** A passage of one paragraph, as the person saw it. */
export const quoteInput = z.strictObject({
  text: z.string().min(1, "请先选取文字").max(MAX_QUOTE, `引用的文字不超过${MAX_QUOTE}字`),
  paragraph: z.int().min(0).max(10_000),
  start: z.int().min(0).max(100_000),
});
export type QuoteInput = z.infer<typeof quoteInput>;

/** A thread on a section; on a cell or a passage of it where one is named. */
export const openThreadInput = z
  .strictObject({
    section: z.string().max(100),
    cell: z.string().max(100).optional(),
    quote: quoteInput.optional(),
    mustResolve: z.boolean().default(false),
    words,
  })
  .refine(({ cell, quote }) => !(cell && quote), "单元格和引用的文字只能选一个");
export type OpenThreadInput = z.infer<typeof openThreadInput>;

export const replyInput = z.strictObject({ words });

/** 已解决, or 重新打开, with a word about it or without. */
export const resolutionInput = z.strictObject({
  resolved: z.boolean(),
  words: words.optional(),
});
export type ResolutionInput = z.infer<typeof resolutionInput>;

/** A page of a report's threads, newest first. */
export const threadsQuery = z.strictObject({
  state: z.enum(["open", "resolved", "all"]).default("all"),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.uuid().optional(),
});
export type ThreadsQuery = z.infer<typeof threadsQuery>;

/** Where a quoted passage is now; `changed` says that its own words are others now. */
export interface Passage {
  paragraph: number;
  start: number;
  end: number;
  changed: boolean;
}

export interface ThreadMessageView {
  id: string;
  kind: ThreadMessageKind;
  words: string;
  byName: string;
  /** ISO time. */
  at: string;
}

/** A thread as a person sees it. */
export interface ThreadView {
  id: string;
  section: string;
  cell: string | null;
  /** `place` is null where neither the words nor what stood around them are there any more. */
  quote: { text: string; place: Passage | null } | null;
  mustResolve: boolean;
  openedByName: string;
  /** ISO time. */
  openedAt: string;
  resolvedByName: string | null;
  resolvedAt: string | null;
  messages: ThreadMessageView[];
  /** Whether this person may resolve or reopen it. */
  canResolve: boolean;
}

export interface ThreadPage {
  items: ThreadView[];
  nextCursor: string | null;
  /** Threads of the whole report that are not resolved. */
  open: number;
  /** Whether this person may open threads and reply. */
  canTalk: boolean;
}
