import { handle, readJson } from "@/lib/api";
import { readIfMatch } from "@/lib/http";
import { parseId } from "@/lib/input";
import { deletePlan, savePlan } from "@/lib/reviews/plans/commands";
import { getPlan } from "@/lib/reviews/plans/queries";
import { planDefinition } from "@/lib/reviews/plans/schema";

export const GET = handle<{ plan: string }>(async ({ actor, params, now }) =>
  getPlan(actor, parseId(params.plan), now),
);

export const PUT = handle<{ plan: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.plan);
  const ifMatch = readIfMatch(request);
  await savePlan(actor, { id, ifMatch, definition: await readJson(request, planDefinition) }, now);
  return getPlan(actor, id, now);
});

export const DELETE = handle<{ plan: string }>(async ({ actor, params, now }) => {
  await deletePlan(actor, parseId(params.plan), now);
});
