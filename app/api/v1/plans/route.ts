import { handle, readJson } from "@/lib/api";
import { createPlan } from "@/lib/reviews/plans/commands";
import { getPlan, listPlans } from "@/lib/reviews/plans/queries";
import { newPlanInput } from "@/lib/reviews/plans/schema";

export const GET = handle(async ({ actor }) => ({ items: await listPlans(actor) }));

export const POST = handle(async ({ actor, request, now }) => {
  const id = await createPlan(actor, await readJson(request, newPlanInput), now);
  return Response.json(await getPlan(actor, id, now), { status: 201 });
});
