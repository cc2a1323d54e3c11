import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditView } from "@/components/audit/AuditView";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { getAuditPage } from "@/lib/audit/queries";
import { auditQueryOf } from "@/lib/audit/schema";
import { signOut } from "@/lib/auth/actions";
import { hasRole } from "@/lib/auth/actor";
import { requirePageActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "操作日志" };

interface AuditLogPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditLogPage({ searchParams }: AuditLogPageProps) {
  const query = auditQueryOf(await searchParams);
  const actor = await requirePageActor("/desk/audit");
  if (!hasRole(actor, null, "AUDITOR")) notFound();
  const page = await getAuditPage(actor, query);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current="audit" items={menuFor(actor)}>
      <PageHeader title="操作日志" />
      <AuditView page={page} query={query} />
    </WorkspaceShell>
  );
}
