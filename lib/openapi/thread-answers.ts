import { z } from "zod";
import { instant } from "@/lib/openapi/parts";
import { ThreadMessageKind } from "@/prisma/generated/enums";

const place = z.strictObject({
  paragraph: z.int(),
  start: z.int(),
  end: z.int(),
  changed: z.boolean().describe("这段文字本身已有改动，位置由前后文找到"),
});

export const thread = z.strictObject({
  id: z.uuid(),
  section: z.string(),
  cell: z.string().nullable(),
  quote: z
    .strictObject({ text: z.string(), place: place.nullable().describe("原文已改动时为 null") })
    .nullable(),
  mustResolve: z.boolean(),
  openedByName: z.string(),
  openedAt: instant,
  resolvedByName: z.string().nullable(),
  resolvedAt: instant.nullable(),
  messages: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.enum(ThreadMessageKind),
      words: z.string(),
      byName: z.string(),
      at: instant,
    }),
  ),
  canResolve: z.boolean(),
});

export const threadList = z.strictObject({
  items: z.array(thread),
  nextCursor: z.string().nullable(),
  open: z.int().describe("全部未解决的批注数"),
  canTalk: z.boolean(),
});
