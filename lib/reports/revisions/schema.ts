import { z } from "zod";

const revisionNo = z.coerce.number().int().min(1).max(1_000_000);

export const diffQuery = z.strictObject({ from: revisionNo, to: revisionNo });
export type DiffQuery = z.infer<typeof diffQuery>;
