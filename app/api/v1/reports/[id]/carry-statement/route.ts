import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { stateCarriedOut } from "@/lib/reports/carrying/commands";
import { carryStatementInput } from "@/lib/reports/carrying/schema";

/** 自填上年数. */
export const PUT = handle<{ id: string }>(async ({ actor, request, params, now }) => {
  const input = await readJson(request, carryStatementInput);
  await stateCarriedOut(actor, parseId(params.id), input, now);
});
