import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { SettingsForm } from "@/components/notifications/SettingsForm";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { getSettings } from "@/lib/notifications/settings/queries";

export const metadata: Metadata = { title: "消息设置" };

export default async function SettingsPage() {
  const actor = await requirePageActor("/desk/settings");
  const settings = await getSettings(actor);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current={null} items={menuFor(actor)}>
      <PageHeader title="消息设置" crumbs={[{ label: "消息", href: "/desk/notices" }]} />
      <SettingsForm settings={settings} />
    </WorkspaceShell>
  );
}
