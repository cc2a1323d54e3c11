import { PageHeader } from "@/components/layout/PageHeader";
import { historyWords } from "@/components/reports/HistoryList";
import { historyCrumbs } from "@/components/reports/history/history-crumbs";
import { PrintButton } from "@/components/reports/PrintButton";
import { ReportArticle } from "@/components/reports/ReportArticle";
import { RestoreButton } from "@/components/reports/RestoreButton";
import { formatInstant } from "@/components/ui/format-time";
import { LinkButton } from "@/components/ui/LinkButton";
import { shortHash } from "@/lib/format/short-hash";
import { reasonKinds } from "@/lib/reports/history/rules";
import type { RevisionPage } from "@/lib/reports/revisions/schema";
import type { RevisionReason } from "@/prisma/generated/enums";

/** One 稿 to read, as it stood; nothing in it can change. */
export function RevisionView({ reportId, page }: { reportId: string; page: RevisionPage }) {
  const { no, reason, name, contentHash, createdByName, createdAt, content, version } = page;
  return (
    <>
      <PageHeader
        title={`${page.bureauName} ${content.year} 年度报告第 ${no} 稿`}
        crumbs={historyCrumbs(reportId, content.year)}
        facts={[
          whyWords(reason, name),
          createdByName,
          formatInstant(createdAt),
          `校验码 ${shortHash(contentHash)}`,
        ]}
        actions={
          <>
            <PrintButton />
            {no > 1 && (
              <LinkButton href={`/desk/reports/${reportId}/history?from=${no - 1}&to=${no}`}>
                与上一稿比较
              </LinkButton>
            )}
            {page.canEdit && <RestoreButton report={{ id: reportId, version }} no={no} />}
          </>
        }
      />
      <ReportArticle article={page.article} />
    </>
  );
}

/** 送审; 命名留存：局长办公会前; what came back says so itself. */
function whyWords(reason: RevisionReason, name: string): string {
  const { word } = historyWords[reasonKinds[reason]];
  if (name === "") return word;
  return reason === "RESTORED" ? name : `${word}：${name}`;
}
