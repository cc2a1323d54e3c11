import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { PlanEditor } from "@/components/reviews/plans/PlanEditor";
import { formatInstant } from "@/components/ui/format-time";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getPlan } from "@/lib/reviews/plans/queries";

export const metadata: Metadata = { title: "审核流程" };

interface PlanPageProps {
  params: Promise<{ id: string }>;
}

export default async function PlanPage({ params }: PlanPageProps) {
  const { id } = await params;
  const actor = await requirePageActor(`/desk/plans/${id}`);
  const plan = await orNotFound(id, (known) => getPlan(actor, known, new Date()));
  return (
    <WorkspaceShell
      actorName={actor.name}
      signOut={signOut}
      current="plans"
      items={menuFor(actor)}
      wide
    >
      <PageHeader
        title={plan.name}
        crumbs={[{ label: "流程词库", href: "/desk/plans" }]}
        facts={[
          plan.bureau === null ? "现成的流程，复制以后可以修改" : "本单位的流程",
          plan.changedAt && `${plan.changedByName} ${formatInstant(new Date(plan.changedAt))} 修改`,
        ]}
      />
      <PlanEditor key={id} first={plan} />
    </WorkspaceShell>
  );
}
