import { z } from "zod";
import { instant } from "@/lib/openapi/parts";

export const noticeList = z.strictObject({
  items: z.array(
    z.strictObject({
      outboxId: z.uuid().describe("消息的编号"),
      text: z.string(),
      href: z.string().describe("本站内的地址"),
      createdAt: instant,
      readAt: instant.nullable(),
    }),
  ),
  nextCursor: z.uuid().nullable(),
});

export const unread = z.strictObject({ unread: z.int() });

export const settings = z.strictObject({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  byMail: z.boolean(),
  byGateway: z.boolean().describe("短信、政务微信或者政务钉钉"),
  channels: z.strictObject({ mail: z.boolean(), gateway: z.boolean() }),
});
