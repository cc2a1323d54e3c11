import { EmptyState } from "@/components/layout/EmptyState";
import { ChangeList } from "@/components/reports/ChangeList";
import { LinkButton } from "@/components/ui/LinkButton";
import { Panel } from "@/components/ui/Panel";
import type { SeenComparison } from "@/lib/reviews/schema";

interface SeenChangesProps {
  format: string;
  comparison: SeenComparison | null;
  reportId: string;
}

/** 改动: what changed since this person judged the report. */
export function SeenChanges({ format, comparison, reportId }: SeenChangesProps) {
  const action = <LinkButton href={`/desk/reviews/${reportId}?tab=text`}>看全文</LinkButton>;
  if (!comparison) {
    const next = "这是第 1 次送审，没有您看过的一稿可以比较。";
    return (
      <Panel>
        <EmptyState title="您还没有看过本报告，请看全文" next={next} action={action} />
      </Panel>
    );
  }
  const { revisionNo, own, changes } = comparison;
  const since = own ? `您上次审核的第 ${revisionNo} 稿` : `上一次送审的第 ${revisionNo} 稿`;
  if (!changes.length) {
    const title = `与${since}相比没有改动`;
    return (
      <Panel>
        <EmptyState title={title} next="文字和表格都与那一稿一致。" action={action} />
      </Panel>
    );
  }
  return (
    <>
      <p className="text-sm text-muted">
        与{since}相比，改动 {changes.length} 处：
        <del className="bg-danger-soft text-danger">删去的</del>、
        <ins className="bg-success-soft text-success">新写的</ins>。
      </p>
      <ChangeList format={format} changes={changes} />
    </>
  );
}
