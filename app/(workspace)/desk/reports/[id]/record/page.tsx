import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { RecordView } from "@/components/reports/record/RecordView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getReviewRecord } from "@/lib/reports/record/queries";

export const metadata: Metadata = { title: "审校单" };

interface RecordPageProps {
  params: Promise<{ id: string }>;
}

export default async function RecordPage({ params }: RecordPageProps) {
  const { id } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/record`);
  const record = await orNotFound(id, (known) => getReviewRecord(actor, known));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={record.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <RecordView reportId={id} record={record} />
    </WorkspaceShell>
  );
}
