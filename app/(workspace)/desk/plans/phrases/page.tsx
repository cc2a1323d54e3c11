import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { PhrasesView } from "@/components/reviews/phrases/PhrasesView";
import { LibraryTabs } from "@/components/reviews/plans/LibraryTabs";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { listPhrases } from "@/lib/reviews/phrases/queries";
import { listKeptBureaus } from "@/lib/reviews/plans/queries";

export const metadata: Metadata = { title: "常用意见" };

export default async function PhrasesPage() {
  const actor = await requirePageActor("/desk/plans/phrases");
  const [phrases, kept] = await Promise.all([listPhrases(actor), listKeptBureaus(actor)]);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current="plans" items={menuFor(actor)}>
      <PageHeader title="流程词库" />
      <LibraryTabs current="phrases" />
      <PhrasesView phrases={phrases} kept={kept} />
    </WorkspaceShell>
  );
}
