import type { Metadata } from "next";
import { menuFor } from "@/components/layout/menu";
import { WorkspaceShell } from "@/components/layout/WorkspaceShell";
import { PhrasesProvider } from "@/components/reviews/phrases/PhrasesProvider";
import { ReviewView } from "@/components/reviews/ReviewView";
import { signOut } from "@/lib/auth/actions";
import { orNotFound } from "@/lib/auth/page";
import { requirePageActor } from "@/lib/auth/session";
import { deadlineWords } from "@/lib/reports/deadlines/rules";
import { listReportRates } from "@/lib/reviews/errors/queries";
import { decisionOffer, overrideOffer } from "@/lib/reviews/offers/rules";
import { paperOffer } from "@/lib/reviews/paper-offers/rules";
import { getReviewPage } from "@/lib/reviews/queries";
import { stepDues } from "@/lib/reviews/queue/rules";

export const metadata: Metadata = { title: "审核" };

interface ReviewPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string }>;
}

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const { id } = await params;
  const { tab } = await searchParams;
  const actor = await requirePageActor(`/desk/reviews/${id}`);
  const now = new Date();
  const page = await orNotFound(id, (known) => getReviewPage(actor, known, now));
  const rates = tab === "course" ? await listReportRates(actor, id) : [];
  return (
    <WorkspaceShell
      actorName={actor.name}
      bureauName={page.record.bureauName}
      signOut={signOut}
      current="reviews"
      items={menuFor(actor)}
      wide
    >
      <PhrasesProvider phrases={page.phrases}>
        <ReviewView
          {...page}
          offer={decisionOffer(page.record, actor, now)}
          rates={rates}
          overrides={overrideOffer(page.record, actor)}
          papers={paperOffer(page.record, actor)}
          due={deadlineWords(page.record.year, now, page.record.identity.scope)}
          dues={stepDues(page.record, now)}
          tab={tab}
        />
      </PhrasesProvider>
    </WorkspaceShell>
  );
}
