import { z } from "zod";
import type { ReportContent } from "@/lib/format/content";
import { proseProblem } from "@/lib/format/prose";
import type { RevisionReason } from "@/prisma/generated/enums";

export const revisionNo = z.coerce.number().int().min(1).max(1_000_000);

export const diffQuery = z.strictObject({ from: revisionNo, to: revisionNo });
export type DiffQuery = z.infer<typeof diffQuery>;

/** Of the report, as the person saw it. */
const version = z.int().min(1);

/** 命名留存. */
export const nameInput = z.strictObject({
  version,
  name: z
    .string()
    .trim()
    .min(1, "请写下这一稿的名称")
    .max(50, "名称不超过五十字")
    .superRefine((text, ctx) => {
      const problem = proseProblem(text);
      if (problem) ctx.addIssue({ code: "custom", message: problem });
    }),
});
export type NameInput = z.infer<typeof nameInput>;

export const restoreInput = z.strictObject({ version });
export type RestoreInput = z.infer<typeof restoreInput> & { no: number };

/** One 稿 as a page shows it. */
export interface RevisionPage {
  no: number;
  reason: RevisionReason;
  name: string;
  contentHash: string;
  createdByName: string;
  createdAt: Date;
  content: ReportContent;
  bureauName: string;
  /** Of the report now. */
  version: number;
  /** Whether the person may bring it back now. */
  canEdit: boolean;
  /** Escaped HTML without script. */
  article: string;
}
