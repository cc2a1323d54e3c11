import { z } from "zod";
import { instant } from "@/lib/openapi/parts";

const person = z.strictObject({ id: z.uuid(), name: z.string() });

export const delegations = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.uuid(),
      bureauName: z.string(),
      principal: person,
      deputy: person,
      from: instant,
      until: instant.describe("到这一刻之前为止"),
      reason: z.string(),
      state: z.enum(["coming", "running", "over", "revoked"]),
      canRevoke: z.boolean(),
    }),
  ),
  offers: z.array(
    z.strictObject({
      bureau: z.string(),
      bureauName: z.string(),
      principals: z.array(person),
      people: z.array(person),
    }),
  ),
});

export const createdDelegation = z.strictObject({ id: z.uuid() });
