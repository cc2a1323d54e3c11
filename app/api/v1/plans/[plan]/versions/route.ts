import { handle } from "@/lib/api";
import { readIfMatch } from "@/lib/http";
import { parseId } from "@/lib/input";
import { publishPlan } from "@/lib/reviews/plans/commands";
import { getPlan } from "@/lib/reviews/plans/queries";

export const POST = handle<{ plan: string }>(async ({ actor, request, params, now }) => {
  const id = parseId(params.plan);
  await publishPlan(actor, { id, ifMatch: readIfMatch(request) }, now);
  return Response.json(await getPlan(actor, id, now), { status: 201 });
});
