import { handle, readJson } from "@/lib/api";
import { parseId } from "@/lib/input";
import { choosePlan } from "@/lib/reviews/plans/commands";
import { getPlan } from "@/lib/reviews/plans/queries";
import { planChoiceInput } from "@/lib/reviews/plans/schema";

export const PUT = handle<{ plan: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.plan);
  const { bureau } = await readJson(request, planChoiceInput);
  await choosePlan(actor, { id, bureau }, now);
  return getPlan(actor, id, now);
});
