import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { settleSource } from "@/lib/reports/source/commands";

/** 采用计算值. */
export const DELETE = handle<{ id: string }>(async ({ actor, params, now }) => {
  await settleSource(actor, parseId(params.id), now);
});
