import { Badge } from "@/components/ui/Badge";
import { Panel } from "@/components/ui/Panel";
import { RecordList, RecordRow } from "@/components/ui/RecordList";
import type { PlanItem } from "@/lib/reviews/plans/schema";

/** 审核流程: ready-made ones and the bureau's own, with who works by them. */
export function PlanListView({ plans }: { plans: PlanItem[] }) {
  const own = plans.filter((plan) => plan.bureau !== null);
  const ready = plans.filter((plan) => plan.bureau === null);
  return (
    <div className="space-y-4">
      {own.length > 0 && <PlanPanel title="本单位的流程" plans={own} />}
      <PlanPanel title="现成的流程" plans={ready} />
    </div>
  );
}

function PlanPanel({ title, plans }: { title: string; plans: PlanItem[] }) {
  return (
    <Panel title={title} flush>
      <RecordList label={title}>
        {plans.map(({ id, name, no, hasDraft, stages, usedBy }) => (
          <RecordRow
            key={id}
            title={name}
            href={`/desk/plans/${id}`}
            badge={
              <>
                {usedBy.length > 0 && <Badge tone="success">正在使用</Badge>}
                {hasDraft && <Badge tone="warning">有未发布的改动</Badge>}
              </>
            }
            facts={[stages.join(" → "), usedBy.length > 0 && `由${usedBy.join("、")}使用`]}
            aside={no === null ? "还没有发布" : `第 ${no} 版`}
          />
        ))}
      </RecordList>
    </Panel>
  );
}
