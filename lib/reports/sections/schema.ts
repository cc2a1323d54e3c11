import { z } from "zod";
import { fitsSection, MAX_PARAGRAPHS, proseProblem } from "@/lib/format/prose";

const paragraph = z.string().superRefine((text, ctx) => {
  const problem = proseProblem(text);
  if (problem) ctx.addIssue({ code: "custom", message: problem });
});

export const paragraphs = z
  .array(paragraph)
  .max(MAX_PARAGRAPHS, "段落过多")
  .refine(fitsSection, "这一部分超过五万字或五百段，请精简");
const cell = z.union([z.number(), z.string().max(100), z.null()]);
export const cells = z.record(z.string().max(100), cell);

/**
 * New paragraphs of a prose section, or the notes under a table; `base` is what they were when the
 * person began.
 */
const proseChange = z.strictObject({ paragraphs, base: paragraphs.optional() });

/** The cells that changed, and what they were when the person began. */
const tableChange = z.strictObject({ cells, base: cells.optional() });

/** Which save of which window this is: a window counts its saves. */
export interface SaveOrder {
  window: string;
  no: number;
}

export const sectionChange = z.union([proseChange, tableChange]);
export type SectionChange = z.infer<typeof sectionChange>;
export type TableChange = z.infer<typeof tableChange>;
export type ProseChange = z.infer<typeof proseChange>;
