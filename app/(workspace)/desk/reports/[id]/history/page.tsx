import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { HistoryView } from "@/components/reports/HistoryView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getHistoryPage } from "@/lib/reports/history/queries";
import { historyQuery } from "@/lib/reports/history/schema";
import { diffQuery } from "@/lib/reports/revisions/schema";

export const metadata: Metadata = { title: "历史记录" };

interface HistoryPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { id } = await params;
  const { from, to, cursor } = await searchParams;
  const chosen = diffQuery.safeParse({ from, to }).data ?? null;
  const asked = historyQuery.safeParse({ cursor }).data ?? {};
  const actor = await requirePageActor(`/desk/reports/${id}/history`);
  const page = await orNotFound(id, (known) => getHistoryPage(actor, known, chosen, asked));
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <HistoryView {...page} reportId={id} chosen={chosen} />
    </WorkspaceShell>
  );
}
