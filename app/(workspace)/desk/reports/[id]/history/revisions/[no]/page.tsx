import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { RevisionView } from "@/components/reports/history/RevisionView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getRevisionPage } from "@/lib/reports/previews/queries";
import { revisionNo } from "@/lib/reports/revisions/schema";

export const metadata: Metadata = { title: "稿" };

interface RevisionPageProps {
  params: Promise<{ id: string; no: string }>;
}

export default async function RevisionPage({ params }: RevisionPageProps) {
  const { id, no } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/history/revisions/${no}`);
  const asked = revisionNo.safeParse(no).data ?? 0;
  const page = await orNotFound(id, (known) => getRevisionPage(actor, known, asked));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <RevisionView reportId={id} page={page} />
    </WorkspaceShell>
  );
}
