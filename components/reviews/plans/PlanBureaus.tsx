import { ChooseButton } from "@/components/reviews/plans/ChooseButton";
import type { PlanPage } from "@/components/reviews/plans/use-plan-page";
import { Badge } from "@/components/ui/Badge";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";

/** Whether the people of each bureau can fill the plan, and whether it works by it. */
export function PlanBureaus({ page }: { page: PlanPage }) {
  const { view, isDirty } = page;
  return (
    <Panel title="人员" aside={isDirty ? "按上次保存的内容" : undefined}>
      <div className="space-y-3">
        {view.bureaus.map((bureau) => (
          <div key={bureau.bureau} className="space-y-2">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <span className="font-bold">{bureau.bureauName}</span>
              {bureau.uses && <Badge tone="success">正在使用</Badge>}
              {bureau.mayChoose && <ChooseButton page={page} bureau={bureau} />}
            </div>
            {bureau.warnings.length > 0 ? (
              <Callout tone="warning" title="人员不够，按这个流程现在不能送审">
                <ReasonList reasons={bureau.warnings} />
              </Callout>
            ) : (
              <p className="text-sm text-muted">每个环节都有合适的人可以承担。</p>
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}
