import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { LibraryTabs } from "@/components/reviews/plans/LibraryTabs";
import { NewPlan } from "@/components/reviews/plans/NewPlan";
import { PlanListView } from "@/components/reviews/plans/PlanListView";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { listKeptBureaus, listPlans } from "@/lib/reviews/plans/queries";

export const metadata: Metadata = { title: "审核流程" };

export default async function PlansPage() {
  const actor = await requirePageActor("/desk/plans");
  const [plans, kept] = await Promise.all([listPlans(actor), listKeptBureaus(actor)]);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current="plans" items={menuFor(actor)}>
      <PageHeader
        title="流程词库"
        actions={kept.length > 0 && <NewPlan bureaus={kept} plans={plans} />}
      />
      <LibraryTabs current="plans" />
      <PlanListView plans={plans} />
    </WorkspaceShell>
  );
}
