import { z } from "zod";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");

/** `apply` stores; `confirm` says that another bureau's name or year was seen and is wanted. */
export const importQuery = z.strictObject({ apply: flag, confirm: flag });
