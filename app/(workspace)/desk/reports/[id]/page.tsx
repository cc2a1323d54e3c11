import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { ReportForm } from "@/components/reports/drafting/ReportForm";
import { ImportedNote } from "@/components/reports/importing/ImportedNote";
import { PresenceProvider } from "@/components/reports/presence/PresenceProvider";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { draftingView } from "@/lib/reports/drafting/rules";
import { getReport } from "@/lib/reports/queries";

export const metadata: Metadata = { title: "填报" };

interface ReportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ imported?: string }>;
}

export default async function ReportPage({ params, searchParams }: ReportPageProps) {
  const { id } = await params;
  const { imported } = await searchParams;
  const actor = await requirePageActor(`/desk/reports/${id}`);
  const now = new Date();
  const record = await orNotFound(id, (known) => getReport(actor, known, now));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={record.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
      wide
    >
      {imported && <ImportedNote />}
      <PresenceProvider key={record.id} reportId={record.id}>
        <ReportForm view={draftingView(record, actor, now)} userId={actor.userId} />
      </PresenceProvider>
    </WorkspaceShell>
  );
}
