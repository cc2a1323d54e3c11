import { z } from "zod";

/** What a visitor may ask the list for; anything else is as if it had not been asked. */
export const publicListInput = z.object({
  year: z.coerce.number().int().min(2008).max(2100).optional().catch(undefined),
  bureau: z.string().max(40).optional().catch(undefined),
  q: z.string().trim().max(50).optional().catch(undefined),
});
export type PublicListInput = z.infer<typeof publicListInput>;
