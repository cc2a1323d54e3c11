import { z } from "zod";

const year = z.coerce.number().int().min(2008).max(2100);
/** Characters that a database text may hold. */
const plain = z
  .string()
  .trim()
  .regex(/^\P{C}*$/u, "含有无法识别的字符。");

/** What the public API may be asked for; `cursor` is a page's `nextCursor`. */
export const publicListQuery = z.strictObject({
  year: year.optional(),
  bureau: plain.max(40).optional(),
  q: plain.max(60).optional(),
  cursor: z.uuid().optional(),
});
export type PublicListQuery = z.infer<typeof publicListQuery>;

const asked = publicListQuery.shape;

/** What a visitor may ask the list for; anything else is as if it had not been asked. */
export const publicListInput = z.object({
  year: asked.year.catch(undefined),
  bureau: asked.bureau.catch(undefined),
  q: asked.q.catch(undefined),
  cursor: asked.cursor.catch(undefined),
});

/** Which of a bureau's two reports of a year the public API answers. */
export const publicReportQuery = z.strictObject({ scope: z.enum(["own", "area"]).default("own") });

/** A file of a publication, by its hash. */
export interface StoredFile {
  name: string;
  size: number;
  sha256: string;
}
