import { z } from "zod";

/** An empty field is no address. */
const empty = z.literal("").transform(() => null);

/** Where a person wants to be told, besides the program itself. */
export const settingsInput = z.strictObject({
  email: z.union([z.email("应为邮箱地址，例如 name@example.gov.cn。").max(200), empty, z.null()]),
  phone: z.union([z.string().regex(/^\+?\d{5,20}$/, "应为手机号码，只填数字。"), empty, z.null()]),
  byMail: z.boolean(),
  byGateway: z.boolean(),
});
export type SettingsInput = z.infer<typeof settingsInput>;

export interface Settings extends SettingsInput {
  /** What this installation can do at all. */
  channels: { mail: boolean; gateway: boolean };
}
