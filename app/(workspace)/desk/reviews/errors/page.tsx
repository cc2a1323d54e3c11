import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { ErrorRatesView } from "@/components/reviews/errors/ErrorRatesView";
import { signOut } from "@/lib/auth/actions";
import { requirePageActor } from "@/lib/auth/session";
import { campaignYear } from "@/lib/reports/deadlines/rules";
import { listYearRates } from "@/lib/reviews/errors/queries";
import { errorRatesQuery } from "@/lib/reviews/errors/schema";

export const metadata: Metadata = { title: "差错率" };

interface ErrorRatesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ErrorRatesPage({ searchParams }: ErrorRatesPageProps) {
  const asked = errorRatesQuery.safeParse(await searchParams);
  const actor = await requirePageActor("/desk/reviews/errors");
  const year = asked.success ? asked.data.year : campaignYear(new Date());
  const rates = await listYearRates(actor, year);
  return (
    <WorkspaceShell actorName={actor.name} signOut={signOut} current="desk" items={menuFor(actor)}>
      <ErrorRatesView year={year} rates={rates} />
    </WorkspaceShell>
  );
}
