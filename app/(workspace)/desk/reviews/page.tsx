import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { QueueView } from "@/components/reviews/QueueView";
import { LinkButton } from "@/components/ui/LinkButton";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { getQueuePage } from "@/lib/reports/desk/queries";

export const metadata: Metadata = { title: "审核待办" };

interface ReviewsPageProps {
  searchParams: Promise<{ tab?: string }>;
}

export default async function ReviewsPage({ searchParams }: ReviewsPageProps) {
  const { tab } = await searchParams;
  const actor = await requirePageActor("/desk/reviews");
  const { bureauName, queue } = await getQueuePage(actor, new Date());
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={bureauName ?? undefined}
      signOut={signOut}
      current="reviews"
      items={menuFor(actor, { reviews: queue.waiting.length })}
    >
      <PageHeader
        title="审核待办"
        actions={
          queue.waiting.length > 1 && (
            <LinkButton href="/desk/reviews/together">一并通过</LinkButton>
          )
        }
      />
      <QueueView queue={queue} tab={tab} />
    </WorkspaceShell>
  );
}
