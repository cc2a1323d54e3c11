import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { BatchView } from "@/components/reviews/batch/BatchView";
import { PhrasesProvider } from "@/components/reviews/phrases/PhrasesProvider";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { getBatchPage } from "@/lib/reviews/batches/queries";

export const metadata: Metadata = { title: "一并通过" };

export default async function BatchPage() {
  const actor = await requirePageActor("/desk/reviews/together");
  const { bureauName, groups, phrases, left } = await getBatchPage(actor, new Date());
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={bureauName ?? undefined}
      signOut={signOut}
      current="reviews"
      items={menuFor(actor)}
    >
      <PageHeader title="一并通过" crumbs={[{ label: "审核待办", href: "/desk/reviews" }]} />
      <PhrasesProvider phrases={phrases}>
        <BatchView groups={groups} left={left} />
      </PhrasesProvider>
    </WorkspaceShell>
  );
}
