import { handle } from "@/lib/api";
import { parseId } from "@/lib/input";
import { revokeDelegation } from "@/lib/reviews/delegations/commands";

export const PUT = handle<{ id: string }>(async ({ actor, params, now }) => {
  await revokeDelegation(actor, parseId(params.id), now);
});
