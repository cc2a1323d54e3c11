import { HistoryList } from "@/components/reports/HistoryList";
import { ReportArticle } from "@/components/reports/ReportArticle";
import { AmendmentNotes } from "@/components/reviews/amending/AmendmentNotes";
import { DecisionPanel } from "@/components/reviews/DecisionPanel";
import { ErrorRates } from "@/components/reviews/errors/ErrorRates";
import { FindingRecords } from "@/components/reviews/FindingRecords";
import { OverridePanel } from "@/components/reviews/overrides/OverridePanel";
import { PlanProgress } from "@/components/reviews/PlanProgress";
import { PaperPanel } from "@/components/reviews/papers/PaperPanel";
import { ReturnedAnswers } from "@/components/reviews/ReturnedAnswers";
import { ReviewHeader } from "@/components/reviews/ReviewHeader";
import { type ReviewTab, reviewTab } from "@/components/reviews/review-tab";
import { SeenChanges } from "@/components/reviews/SeenChanges";
import { ThreadsPanel } from "@/components/reviews/threads/ThreadsPanel";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { Panel } from "@/components/ui/Panel";
import { TextLink } from "@/components/ui/TextLink";
import type { Due } from "@/lib/reports/deadlines/rules";
import { proofErrorClasses } from "@/lib/reports/events/schema";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import type { HistorySlice } from "@/lib/reports/history/schema";
import { returnAnswered } from "@/lib/reviews/answers/rules";
import type { ErrorRate } from "@/lib/reviews/errors/schema";
import type { DecisionOffer, OverrideOffer } from "@/lib/reviews/offers/rules";
import type { PaperOffer } from "@/lib/reviews/paper-offers/rules";
import type { SeenComparison } from "@/lib/reviews/schema";

interface ReviewViewProps {
  record: ReportRecord;
  article: string;
  comparison: SeenComparison | null;
  history: HistorySlice;
  offer: DecisionOffer;
  overrides: OverrideOffer;
  /** Read for 过程 alone. */
  rates: ErrorRate[];
  papers: PaperOffer;
  /** Of the year: 距截止 12 天. */
  due: Due;
  /** Of the open steps with 限办, by key. */
  dues: Record<string, Due>;
  /** From the address. */
  tab: string | undefined;
}

/** The report beside the decision about it; on a phone the decision stands below. */
export function ReviewView(props: ReviewViewProps) {
  const { record, comparison, offer } = props;
  const { id, version, contentHash, identity, round } = record;
  const tab = reviewTab(props.tab, comparison, returnAnswered(record) !== null);
  return (
    <>
      <ReviewHeader record={record} due={props.due} dues={props.dues} />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="min-w-0 space-y-4">
          <LinkTabs label="审核内容" current={tab} tabs={tabsOf(props)} />
          <TabContent {...props} current={tab} />
        </div>
        <div
          id="decision"
          className="space-y-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
        >
          <DecisionPanel
            report={{ id, version, contentHash }}
            format={identity.format}
            revisionNo={round?.revisionNo ?? 0}
            offer={offer}
            sections={offer.amends.length > 0 ? record.sections : null}
            errorClasses={Object.entries(proofErrorClasses)}
          />
          <OverridePanel report={{ id, version, contentHash }} offer={props.overrides} />
          <PaperPanel report={{ id, version, contentHash }} offer={props.papers} />
          <ThreadsPanel
            reportId={id}
            format={identity.format}
            unresolved={record.unresolvedThreads}
            textHref={`/desk/reviews/${id}?tab=text`}
          />
        </div>
      </div>
    </>
  );
}

function tabsOf({ record, comparison }: ReviewViewProps) {
  const href = (tab: ReviewTab) => `/desk/reviews/${record.id}?tab=${tab}`;
  const changed = comparison ? { count: comparison.changes.length } : {};
  return [
    { key: "text", label: "全文", href: href("text") },
    { key: "changes", label: "改动", href: href("changes"), ...changed },
    { key: "findings", label: "校核问题", href: href("findings"), count: record.findings.length },
    { key: "course", label: "过程", href: href("course") },
  ];
}

function TabContent(props: ReviewViewProps & { current: ReviewTab }) {
  const { record, article, history, current } = props;
  const { format } = record.identity;
  switch (current) {
    case "text":
      return <ReportArticle article={article} />;
    case "changes":
      return <ChangesTab {...props} />;
    case "findings":
      return <FindingRecords format={format} findings={record.findings} />;
    case "course":
      return (
        <div className="space-y-4">
          <PlanProgress record={record} dues={props.dues} />
          {props.rates.length > 0 && (
            <Panel title="差错率" aside="每万字差错数，只计文字部分的字数" flush>
              <ErrorRates rates={props.rates} />
            </Panel>
          )}
          <Panel
            title="历史记录"
            flush
            aside={<TextLink href={`/desk/reports/${record.id}/history`}>全部历史</TextLink>}
          >
            <HistoryList reportId={record.id} format={format} history={history.items} />
          </Panel>
        </div>
      );
  }
}

/** 改动: what reviewers changed in this round, what differs, and what became of the last return. */
function ChangesTab({ record, comparison, offer }: ReviewViewProps) {
  const { id, identity, round, amendments } = record;
  const own = amendments.filter(({ roundNo }) => roundNo === round?.no);
  const returned = returnAnswered(record);
  return (
    <>
      {/* Who confirms them reads it beside the button. */}
      {own.length > 0 && offer.confirms.length === 0 && (
        <AmendmentNotes format={identity.format} amendments={own} />
      )}
      <SeenChanges format={identity.format} comparison={comparison} reportId={id} />
      {returned && <ReturnedAnswers format={identity.format} returned={returned} />}
    </>
  );
}
