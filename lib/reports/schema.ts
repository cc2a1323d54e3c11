import { z } from "zod";

/** The first year that had a duty to report under the 条例 of 2007. */
const FIRST_YEAR = 2008;

export const createReportInput = z.strictObject({
  bureau: z.string().min(1).max(40),
  year: z.int().min(FIRST_YEAR).max(2100),
  scope: z.enum(["own", "area"]).default("own"),
});
export type CreateReportInput = z.infer<typeof createReportInput>;

export const listReportsInput = z.strictObject({
  year: z.coerce.number().int().min(FIRST_YEAR).max(2100).optional(),
  bureau: z.string().max(40).optional(),
  draft: z.enum(["DRAFT", "IN_REVIEW", "RETURNED", "APPROVED", "SCHEDULED", "IDLE"]).optional(),
  live: z.enum(["NONE", "LIVE", "WITHDRAWN"]).optional(),
  q: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.uuid().optional(),
});
export type ListReportsInput = z.infer<typeof listReportsInput>;

/** The filter of an address as a page gets it; what is empty or makes no sense filters nothing. */
export function listFilterOf(query: Record<string, string | string[] | undefined>) {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const parsed = listReportsInput.safeParse(Object.fromEntries(filled));
  return parsed.success ? parsed.data : listReportsInput.parse({});
}
