import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { NoticesView } from "@/components/notifications/NoticesView";
import { LinkButton } from "@/components/ui/LinkButton";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { listNotices } from "@/lib/notifications/queries";
import { noticesQueryOf } from "@/lib/notifications/schema";

export const metadata: Metadata = { title: "消息" };

interface NoticesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NoticesPage({ searchParams }: NoticesPageProps) {
  const query = noticesQueryOf(await searchParams);
  const actor = await requirePageActor("/desk/notices");
  const page = await listNotices(actor, query);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current={null} items={menuFor(actor)}>
      <PageHeader title="消息" actions={<LinkButton href="/desk/settings">消息设置</LinkButton>} />
      <NoticesView page={page} query={query} />
    </WorkspaceShell>
  );
}
