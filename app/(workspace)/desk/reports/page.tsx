import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { PageHeader } from "@/components/layout/PageHeader";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { NewReport } from "@/components/reports/shelf/NewReport";
import { ShelfView } from "@/components/reports/shelf/ShelfView";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { campaignYear } from "@/lib/reports/deadlines/rules";
import { getReportShelf } from "@/lib/reports/desk/queries";
import { listFilterOf } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "年度报告" };

interface ReportsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const filter = listFilterOf(await searchParams);
  const actor = await requirePageActor("/desk/reports");
  const shelf = await getReportShelf(actor, filter);
  const { year, draft, live } = filter;
  const now = new Date();
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={shelf.bureauName ?? undefined}
      signOut={signOut}
      current="reports"
      items={menuFor(actor)}
    >
      <PageHeader
        title="年度报告"
        actions={
          shelf.drafting.length > 0 && (
            <NewReport bureaus={shelf.drafting} year={campaignYear(now)} taken={shelf.years} />
          )
        }
      />
      <ShelfView shelf={shelf} query={{ year, draft, live }} now={now} />
    </WorkspaceShell>
  );
}
