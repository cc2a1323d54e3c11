import { EmptyState } from "@/components/layout/EmptyState";
import { PageHeader } from "@/components/layout/PageHeader";
import { ChangeList } from "@/components/reports/ChangeList";
import { CompareForm } from "@/components/reports/CompareForm";
import { HandoutLinks } from "@/components/reports/HandoutLinks";
import { HistoryList } from "@/components/reports/HistoryList";
import { NameForm } from "@/components/reports/NameForm";
import { Callout } from "@/components/ui/Callout";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import type { HistoryPage } from "@/lib/reports/history/schema";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

interface HistoryViewProps extends HistoryPage {
  reportId: string;
  chosen: DiffQuery | null;
}

/** 历史记录 of a report, and any two of its 稿 side by side. */
export function HistoryView(props: HistoryViewProps) {
  const { reportId, bureauName, year, version, canEdit, format, chosen, changes } = props;
  const { items, nextCursor } = props.history;
  return (
    <>
      <PageHeader
        title={`${bureauName} ${year} 年度报告的历史`}
        crumbs={[
          { label: "年度报告", href: "/desk/reports" },
          { label: `${year} 年度报告`, href: `/desk/reports/${reportId}` },
        ]}
        actions={<LinkButton href={`/desk/reports/${reportId}/record`}>审校单</LinkButton>}
      />
      <div className="space-y-4">
        {canEdit && <NameForm key={version} report={{ id: reportId, version }} />}
        <CompareForm history={props.revisions} chosen={chosen} />
        {chosen && changes === null && <Callout>没有您要比较的稿，请重新选择。</Callout>}
        {chosen && changes?.length === 0 && (
          <Callout>
            第 {chosen.from} 稿与第 {chosen.to} 稿完全一致。
          </Callout>
        )}
        {chosen && changes && chosen.from !== chosen.to && (
          <HandoutLinks reportId={reportId} {...chosen} />
        )}
        {changes && <ChangeList format={format} changes={changes} />}
        <Panel title="历史记录" flush>
          {items.length === 0 ? (
            <EmptyState title="还没有历史记录" next="修改、导入、送审、审核和发布都会记在这里。" />
          ) : (
            <HistoryList
              reportId={reportId}
              format={format}
              history={items}
              restorable={canEdit ? version : undefined}
            />
          )}
        </Panel>
        {nextCursor && (
          <LinkButton href={`?${new URLSearchParams({ cursor: nextCursor })}`}>
            更早的记录
          </LinkButton>
        )}
      </div>
    </>
  );
}
