import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { DeskView } from "@/components/reports/desk/DeskView";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { getDesk } from "@/lib/reports/desk/queries";

export const metadata: Metadata = { title: "工作台" };

export default async function DeskPage() {
  const actor = await requirePageActor("/desk");
  const now = new Date();
  const desk = await getDesk(actor, now);
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={desk.bureauName ?? undefined}
      signOut={signOut}
      current="desk"
      items={menuFor(actor, { reviews: desk.reviewing?.count })}
    >
      <PageHeader title="工作台" />
      <DeskView desk={desk} now={now} />
    </WorkspaceShell>
  );
}
