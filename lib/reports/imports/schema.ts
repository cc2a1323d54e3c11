import { z } from "zod";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");

/**
 * `apply` stores; `confirm` says that a person looked at whose text it is and wants it;
 * `version` is the report's that the changes were shown against, compared where it is sent.
 */
export const importQuery = z.strictObject({
  apply: flag,
  confirm: flag,
  version: z.coerce.number().int().positive().optional(),
});
