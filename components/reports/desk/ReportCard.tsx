import { DraftBadge, StateBadge } from "@/components/reports/StateBadge";
import { classNames } from "@/components/ui/class-names";
import { FactLine } from "@/components/ui/FactLine";
import { formatDay } from "@/components/ui/format-time";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import type { Due } from "@/lib/reports/deadlines/rules";
import type { DeskCard, PublishedYear } from "@/lib/reports/desk/rules";

interface ReportCardProps {
  card: DeskCard;
  /** The one thing to do first on this page. */
  first: boolean;
}

/** One report: how long there is, where it stands, and the next step. */
export function ReportCard({ card, first }: ReportCardProps) {
  const { year, scope, draft, live, deadline, place, stepDue, next, lastYear } = card;
  return (
    <Panel
      title={`${year} 年度报告${scope === "area" ? "（汇总）" : ""}`}
      aside={deadline && <Deadline {...deadline} />}
    >
      <div className="flex flex-wrap gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3">
            {live === "NONE" ? <DraftBadge state={draft} /> : <StateBadge {...{ draft, live }} />}
            <FactLine facts={[...place, stepDue && <StepDue key="due" {...stepDue} />]} />
          </div>
          <LinkButton
            href={next.href}
            tone={first ? "primary" : "secondary"}
            className="mt-4"
            aria-label={`${next.label}（${year} 年度报告）`}
          >
            {next.label}
          </LinkButton>
        </div>
        <LastYear lastYear={lastYear} year={year - 1} />
      </div>
    </Panel>
  );
}

/** 限办 of the step that is asked now. */
function StepDue({ words, overdue }: Due) {
  return <span className={overdue ? "font-bold text-danger" : undefined}>本环节{words}</span>;
}

function Deadline({ words, overdue }: Due) {
  return (
    <span className={classNames("text-sm font-bold", overdue ? "text-danger" : "text-ink")}>
      {words}
    </span>
  );
}

function LastYear({ lastYear, year }: { lastYear: PublishedYear | null; year: number }) {
  return (
    <div className="basis-full border-line sm:basis-52 text-sm sm:border-l sm:pl-8">
      <p className="text-xs text-muted">上年报告</p>
      {lastYear ? (
        <>
          {/* A public page stands outside the workspace and its script. */}
          <a
            href={lastYear.href}
            className="text-primary underline decoration-primary-line underline-offset-4 hover:decoration-primary"
          >
            {lastYear.year} 年度报告
          </a>
          <p className="text-xs text-muted tabular-nums">
            {formatDay(new Date(lastYear.publishedAt))}发布
          </p>
        </>
      ) : (
        <p className="text-muted">没有在本系统发布过 {year} 年度报告</p>
      )}
    </div>
  );
}
