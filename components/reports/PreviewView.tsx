import { PageHeader } from "@/components/layout/PageHeader";
import { PrintButton } from "@/components/reports/PrintButton";
import { ReportArticle } from "@/components/reports/ReportArticle";
import { StateBadge } from "@/components/reports/StateBadge";
import { buttonStyle } from "@/components/ui/button-style";
import { Callout } from "@/components/ui/Callout";
import { shortHash } from "@/lib/format/short-hash";
import type { ReportRecord } from "@/lib/reports/facts/schema";

/** 预览: the article as it will be published; that it is a draft is said outside of it. */
export function PreviewView({ record, article }: { record: ReportRecord; article: string }) {
  const { id, bureauName, year, draft, live, contentHash, publication } = record;
  const published = publication?.contentHash === contentHash;
  return (
    <>
      <PageHeader
        title={`预览 ${bureauName} ${year} 年度报告`}
        crumbs={[
          { label: "年度报告", href: "/desk/reports" },
          { label: `${year} 年度报告`, href: `/desk/reports/${id}` },
        ]}
        badge={<StateBadge draft={draft} live={live} />}
        facts={[`校验码 ${shortHash(contentHash)}`]}
        actions={
          <>
            <PrintButton />
            {/* A download is a fact in the log: a plain link, which nothing fetches ahead. */}
            <a
              href={`/api/v1/reports/${id}/files/report.pdf`}
              download
              className={buttonStyle("secondary", "normal")}
            >
              {published ? "下载 PDF" : "下载草稿 PDF"}
            </a>
          </>
        }
      />
      <div className="space-y-4">
        {!published && (
          <Callout tone="warning" title="草稿">
            <p>以下就是发布后公众看到的正文，现在还没有公开。</p>
          </Callout>
        )}
        <ReportArticle article={article} />
      </div>
    </>
  );
}
