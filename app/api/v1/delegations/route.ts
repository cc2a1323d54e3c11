import { handle, readJson } from "@/lib/api";
import { delegate } from "@/lib/reviews/delegations/commands";
import { listDelegationOffers, listDelegations } from "@/lib/reviews/delegations/queries";
import { delegationInput } from "@/lib/reviews/delegations/schema";

export const GET = handle(async ({ actor, now }) => {
  const [items, offers] = await Promise.all([
    listDelegations(actor, now),
    listDelegationOffers(actor, now),
  ]);
  return { items, offers };
});

export const POST = handle(async ({ actor, request, now }) => {
  const id = await delegate(actor, await readJson(request, delegationInput), now);
  return Response.json({ id }, { status: 201 });
});
