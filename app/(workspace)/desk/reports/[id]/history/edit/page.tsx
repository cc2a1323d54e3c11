import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { EditView } from "@/components/reports/history/EditView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getEditPage } from "@/lib/reports/edits/queries";
import { editQuery } from "@/lib/reports/edits/schema";

export const metadata: Metadata = { title: "修改" };

interface EditPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  const { id } = await params;
  const asked = await searchParams;
  const query = editQuery.safeParse(asked).data;
  const address = `/desk/reports/${id}/history/edit?${new URLSearchParams(asked)}`;
  const actor = await requirePageActor(address);
  if (!query) notFound();
  const page = await orNotFound(id, (known) => getEditPage(actor, known, query, new Date()));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <EditView {...page} reportId={id} query={query} />
    </WorkspaceShell>
  );
}
