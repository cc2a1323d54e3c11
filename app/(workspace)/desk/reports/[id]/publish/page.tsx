import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { PublishView } from "@/components/publications/PublishView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getPublishing } from "@/lib/reports/previews/queries";
import { availableActions } from "@/lib/reports/workflow";
import { overrideOffer } from "@/lib/reviews/offers/rules";

export const metadata: Metadata = { title: "发布" };

interface PublishPageProps {
  params: Promise<{ id: string }>;
}

export default async function PublishPage({ params }: PublishPageProps) {
  const { id } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/publish`);
  const page = await orNotFound(id, (known) => getPublishing(actor, known, new Date()));
  const action = availableActions(page.record, actor).find(({ event }) => event === "publish");
  if (!action) notFound();
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.record.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
      wide
    >
      <PublishView {...page} action={action} overrides={overrideOffer(page.record, actor)} />
    </WorkspaceShell>
  );
}
