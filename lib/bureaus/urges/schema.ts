import { z } from "zod";

/** 催办 by the office above: the version of the report's state that it saw. */
export const urgeInput = z.strictObject({ version: z.int().positive().optional() });
