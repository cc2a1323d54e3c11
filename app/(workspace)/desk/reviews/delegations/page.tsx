import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { DelegationsView } from "@/components/reviews/delegations/DelegationsView";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { listDelegationOffers, listDelegations } from "@/lib/reviews/delegations/queries";

export const metadata: Metadata = { title: "代理" };

export default async function DelegationsPage() {
  const actor = await requirePageActor("/desk/reviews/delegations");
  const now = new Date();
  const [items, offers] = await Promise.all([
    listDelegations(actor, now),
    listDelegationOffers(actor, now),
  ]);
  return (
    <WorkspaceShell
      actorName={actor.name}
      signOut={signOut}
      current="reviews"
      items={menuFor(actor)}
    >
      <PageHeader title="代理" crumbs={[{ label: "审核待办", href: "/desk/reviews" }]} />
      <DelegationsView items={items} offers={offers} actorId={actor.userId} now={now} />
    </WorkspaceShell>
  );
}
