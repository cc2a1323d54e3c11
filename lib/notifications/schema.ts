import { z } from "zod";

/** What the list of 消息 can be asked for; `cursor` is a page's `nextCursor`. */
export const noticesQuery = z.strictObject({
  cursor: z.uuid("不是上一页给出的游标。").optional(),
  unread: z.enum(["true", "false"]).optional(),
});
export type NoticesQuery = z.infer<typeof noticesQuery>;

/** The query of an address as a page gets it; what makes no sense asks for nothing. */
export function noticesQueryOf(query: Record<string, string | string[] | undefined>): NoticesQuery {
  const parsed = noticesQuery.safeParse(query);
  return parsed.success ? parsed.data : {};
}

/** Which notice was read; without an id, all. */
export const readInput = z.strictObject({ id: z.uuid().optional() });

export interface NoticeRow {
  outboxId: string;
  text: string;
  href: string;
  createdAt: Date;
  readAt: Date | null;
}
