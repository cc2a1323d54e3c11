import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { QueueView } from "@/components/reviews/QueueView";
import { LinkButton } from "@/components/ui/LinkButton";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { getQueuePage } from "@/lib/reports/desk/queries";
import { queueQueryOf } from "@/lib/reviews/queue/schema";

export const metadata: Metadata = { title: "审核待办" };

interface ReviewsPageProps {
  searchParams: Promise<{ tab?: string; duty?: string; page?: string }>;
}

export default async function ReviewsPage({ searchParams }: ReviewsPageProps) {
  const { tab, ...query } = await searchParams;
  const actor = await requirePageActor("/desk/reviews");
  const now = new Date();
  const { bureauName, ...page } = await getQueuePage(actor, queueQueryOf(query), now);
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={bureauName ?? undefined}
      signOut={signOut}
      current="reviews"
      items={menuFor(actor, { reviews: page.queue.waiting.count })}
    >
      <PageHeader
        title="审核待办"
        actions={
          <>
            {page.queue.waiting.count > 1 && (
              <LinkButton href="/desk/reviews/together">一并通过</LinkButton>
            )}
            <LinkButton href="/desk/reviews/delegations">代理设置</LinkButton>
          </>
        }
      />
      <QueueView {...page} tab={tab} now={now} />
    </WorkspaceShell>
  );
}
