import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { ClashView } from "@/components/reports/history/ClashView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getClashPage } from "@/lib/reports/edits/queries";

export const metadata: Metadata = { title: "同时修改" };

interface ClashPageProps {
  params: Promise<{ id: string; clash: string }>;
}

export default async function ClashPage({ params }: ClashPageProps) {
  const { id, clash } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/history/clashes/${clash}`);
  const now = new Date();
  const page = await orNotFound(id, (report) =>
    orNotFound(clash, (known) => getClashPage(actor, report, known, now)),
  );
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <ClashView reportId={id} page={page} />
    </WorkspaceShell>
  );
}
