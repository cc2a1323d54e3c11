import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { ImportRefused } from "@/components/reports/importing/ImportRefused";
import { ImportView } from "@/components/reports/importing/ImportView";
import { StateBadge } from "@/components/reports/StateBadge";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { getReport } from "@/lib/reports/queries";
import { availableActions } from "@/lib/reports/workflow";

export const metadata: Metadata = { title: "导入文稿" };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requirePageActor(`/desk/reports/${id}/import`);
  const record = await orNotFound(id, (known) => getReport(actor, known, new Date()));
  const { year, draft, live, identity, bureauName, lastEditorId } = record;
  const save = availableActions(record, actor).find(({ event }) => event === "save");
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={bureauName}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <PageHeader
        title="导入文稿"
        crumbs={[
          { label: "年度报告", href: "/desk/reports" },
          { label: `${year} 年度报告`, href: `/desk/reports/${id}` },
        ]}
        badge={<StateBadge draft={draft} live={live} />}
        facts={[bureauName, `${year} 年度`]}
      />
      {save?.allowed ? (
        <ImportView report={{ id, format: identity.format, hasContent: lastEditorId !== null }} />
      ) : (
        <ImportRefused id={id} reasons={save?.reasons ?? []} />
      )}
    </WorkspaceShell>
  );
}
