import { EmptyState } from "@/components/layout/EmptyState";
import { PageHeader } from "@/components/layout/PageHeader";
import { EntryList } from "@/components/reports/record/EntryList";
import { JudgedTexts } from "@/components/reports/record/JudgedTexts";
import { buttonStyle } from "@/components/ui/button-style";
import { Callout } from "@/components/ui/Callout";
import { FactLine } from "@/components/ui/FactLine";
import { Panel } from "@/components/ui/Panel";
import { shortHash } from "@/lib/format/short-hash";
import type { ReviewRecord } from "@/lib/reports/record/schema";

/** 审校单: who judged what, in each 送审, and by which 校验码. */
export function RecordView({ reportId, record }: { reportId: string; record: ReviewRecord }) {
  const { bureauName, year, text, unconfirmed, before, rounds, texts } = record;
  return (
    <>
      <PageHeader
        title={`${bureauName} ${year} 年度报告审校单`}
        crumbs={[
          { label: "年度报告", href: "/desk/reports" },
          { label: `${year} 年度报告`, href: `/desk/reports/${reportId}` },
        ]}
        facts={text ? [`第 ${text.revisionNo} 稿`, `校验码 ${shortHash(text.contentHash)}`] : []}
        actions={
          // A download is a fact in the log: a plain link, which nothing fetches ahead.
          <a
            href={`/api/v1/reports/${reportId}/files/review-record.pdf`}
            download
            className={buttonStyle("secondary", "normal")}
          >
            下载 PDF
          </a>
        }
      />
      <div className="space-y-4">
        {unconfirmed > 0 && (
          <Callout tone="warning">有 {unconfirmed} 处例外还没有经第二人确认。</Callout>
        )}
        {rounds.length === 0 && (
          <Panel>
            <EmptyState title="还没有送审" next="送审以后，每一次审、校和退回都会列在这里。" />
          </Panel>
        )}
        {before.length > 0 && (
          <Panel title="送审以前" flush>
            <EntryList label="送审以前" entries={before} />
          </Panel>
        )}
        {rounds.map((round) => (
          <Panel key={round.no} title={`第 ${round.no} 次送审`} aside={round.outcome} flush>
            <div className="border-b border-line px-4 py-2">
              <FactLine
                facts={[
                  round.plan,
                  `第 ${round.revisionNo} 稿`,
                  `校验码 ${shortHash(round.contentHash)}`,
                ]}
              />
            </div>
            <EntryList label={`第 ${round.no} 次送审`} entries={round.entries} />
          </Panel>
        ))}
        {texts.length > 0 && <JudgedTexts texts={texts} />}
      </div>
    </>
  );
}
