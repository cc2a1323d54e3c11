import { PageHeader } from "@/components/layout/PageHeader";
import { ApprovalList } from "@/components/publications/ApprovalList";
import { PublishedFacts } from "@/components/publications/PublishedFacts";
import { PublishForm } from "@/components/publications/PublishForm";
import { ReportArticle } from "@/components/reports/ReportArticle";
import { revisionWords } from "@/components/reports/revision-words";
import { StateBadge } from "@/components/reports/StateBadge";
import { OverridePanel } from "@/components/reviews/overrides/OverridePanel";
import { Callout } from "@/components/ui/Callout";
import { FactList } from "@/components/ui/FactList";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";
import { shortHash } from "@/lib/format/short-hash";
import type { StoredFile } from "@/lib/publications/schema";
import type { ReportRecord } from "@/lib/reports/facts/schema";
import type { AvailableAction } from "@/lib/reports/verdicts/schema";
import type { OverrideOffer } from "@/lib/reviews/offers/rules";

interface PublishViewProps {
  record: ReportRecord;
  article: string;
  /** Where anybody reads it, in full. */
  address: string;
  files: StoredFile[];
  /** What the evaluator says about 发布. */
  action: AvailableAction;
  overrides: OverrideOffer;
}

/** 预览公开页 beside the facts of the approved text, and the act itself. */
export function PublishView(props: PublishViewProps) {
  const { record, article, address, files, action, overrides } = props;
  const { id, version, contentHash, bureauName, year, draft, live } = record;
  const settled = record.publication !== null && draft === "IDLE";
  return (
    <>
      <PageHeader
        title={`发布 ${bureauName} ${year} 年度报告`}
        crumbs={[
          { label: "年度报告", href: "/desk/reports" },
          { label: `${bureauName} ${year}`, href: `/desk/reports/${id}` },
        ]}
        badge={<StateBadge draft={draft} live={live} />}
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <section aria-label="预览公开页" className="min-w-0 max-lg:order-last">
          <h2 className="mb-2 text-base font-bold">{settled ? "公开页正文" : "预览公开页"}</h2>
          <ReportArticle article={article} />
        </section>
        <div className="space-y-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto">
          {settled && <PublishedFacts record={record} address={address} files={files} />}
          <Panel title="文稿">
            <FactList facts={textFacts(record)} />
          </Panel>
          <ApprovalList record={record} />
          <OverridePanel report={{ id, version, contentHash }} offer={overrides} />
          {action.allowed && (
            <PublishForm
              report={{ id, version, contentHash }}
              address={address}
              noteNeeded={action.needs.includes("changeNote")}
            />
          )}
          {!action.allowed && !settled && (
            <Callout title="现在不能发布">
              <ReasonList reasons={action.reasons} />
            </Callout>
          )}
        </div>
      </div>
    </>
  );
}

function textFacts(record: ReportRecord) {
  const { round, contentHash } = record;
  const times = round ? `，第 ${round.no} 次送审` : "";
  return [
    { label: "文稿", value: `${revisionWords(record)}${times}` },
    { label: "校验码", value: shortHash(contentHash) },
    { label: "完整校验码", value: <code className="text-xs break-all">{contentHash}</code> },
  ];
}
