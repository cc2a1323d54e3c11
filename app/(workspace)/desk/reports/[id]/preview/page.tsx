import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { PreviewView } from "@/components/reports/PreviewView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getPreview } from "@/lib/reports/previews/queries";

export const metadata: Metadata = { title: "预览" };

interface PreviewPageProps {
  params: Promise<{ id: string }>;
}

export default async function PreviewPage({ params }: PreviewPageProps) {
  const { id } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/preview`);
  const page = await orNotFound(id, (known) => getPreview(actor, known, new Date()));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.record.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <PreviewView {...page} />
    </WorkspaceShell>
  );
}
