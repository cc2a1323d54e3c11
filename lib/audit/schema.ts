import { z } from "zod";

/** What the log can be asked for; `cursor` is a page's `nextCursor`. */
export const auditQuery = z.strictObject({
  chain: z.string().max(60).optional(),
  type: z.string().max(60).optional(),
  subject: z.string().max(100).optional(),
  cursor: z.string().refine(isCursor, "不是上一页给出的游标。").optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** Whether a text is time, chain and number as `nextCursor` writes them. */
function isCursor(text: string): boolean {
  const at = /^([12]\d{3}-[^|]{18}Z)\|[^|]{1,60}\|\d{1,9}$/.exec(text)?.[1] ?? "";
  return !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at;
}

/** The query of an address as a page gets it; what is empty or makes no sense asks for nothing. */
export function auditQueryOf(query: Record<string, string | string[] | undefined>): AuditQuery {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const parsed = auditQuery.safeParse(Object.fromEntries(filled));
  return parsed.success ? parsed.data : {};
}
