import { PageHeader } from "@/components/layout/PageHeader";
import { PeopleHere } from "@/components/reports/presence/PeopleHere";
import { PresenceProvider } from "@/components/reports/presence/PresenceProvider";
import { revisionWords } from "@/components/reports/revision-words";
import { StateBadge } from "@/components/reports/StateBadge";
import { formatInstant } from "@/components/ui/format-time";
import { shortHash } from "@/lib/format/short-hash";
import type { Due } from "@/lib/reports/deadlines/rules";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import { reviewState } from "@/lib/reports/rules";
import { currentStage } from "@/lib/reviews/rules";

interface ReviewHeaderProps {
  record: ReportRecord;
  due: Due;
  dues: Record<string, Due>;
}

/** Which text lies here, for the how-manieth time, at which stage, and by when. */
export function ReviewHeader({ record, due, dues }: ReviewHeaderProps) {
  const { id, identity, bureauName, year, draft, live, round, contentHash } = record;
  const state = draft === "IN_REVIEW" ? reviewState(record) : null;
  return (
    <PageHeader
      title={`${bureauName} ${year} 年度报告`}
      crumbs={[{ label: "审核待办", href: "/desk/reviews" }]}
      badge={
        <>
          <StateBadge draft={draft} live={live} />
          <PresenceProvider key={id} reportId={id}>
            <PeopleHere format={identity.format} />
          </PresenceProvider>
        </>
      }
      facts={[
        state && currentStage(state)?.label,
        ...stepFacts(dues),
        revisionWords(record),
        round && `第 ${round.no} 次送审`,
        round && `${round.openedByName} ${formatInstant(new Date(round.openedAt))} 送审`,
        live === "NONE" && (
          <span className={due.overdue ? "font-bold text-danger" : undefined}>{due.words}</span>
        ),
        `校验码 ${shortHash(contentHash)}`,
      ]}
      actions={
        <a href="#decision" className="text-sm text-primary underline lg:hidden">
          到审核意见
        </a>
      }
    />
  );
}

/** 本环节距截止 2 天, in red once it is over; each date once. */
function stepFacts(dues: Record<string, Due>) {
  const different = new Map(Object.values(dues).map((due) => [due.words, due.overdue]));
  return [...different].map(([words, overdue]) => (
    <span key={words} className={overdue ? "font-bold text-danger" : undefined}>
      本环节{words}
    </span>
  ));
}
