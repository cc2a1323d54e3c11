import { useEffect, useRef, useState } from "react";
import { ChooseButton } from "@/components/reviews/plans/ChooseButton";
import type { PlanPage } from "@/components/reviews/plans/use-plan-page";
import { Badge } from "@/components/ui/Badge";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";
import type { PlanBureau } from "@/lib/reviews/plans/schema";

/** Whether the people of each bureau can fill the plan, and whether it works by it. */
export function PlanBureaus({ page }: { page: PlanPage }) {
  return (
    <Panel title="人员" aside={page.isDirty ? "按上次保存的内容" : undefined}>
      <div className="space-y-3">
        {page.view.bureaus.map((bureau) => (
          <BureauPart key={bureau.bureau} page={page} bureau={bureau} />
        ))}
      </div>
    </Panel>
  );
}

function BureauPart({ page, bureau }: { page: PlanPage; bureau: PlanBureau }) {
  const [isChosen, setChosen] = useState(false);
  const name = useRef<HTMLElement>(null);

  // The button is gone with the choice: a keyboard goes on from what came of it.
  useEffect(() => {
    if (isChosen) name.current?.focus();
  }, [isChosen]);

  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span ref={name} tabIndex={-1} className="font-bold outline-none">
          {bureau.bureauName}
        </span>
        {bureau.uses && <Badge tone="success">正在使用</Badge>}
        {bureau.mayChoose && (
          <ChooseButton page={page} bureau={bureau} onChosen={() => setChosen(true)} />
        )}
      </div>
      {bureau.warnings.length > 0 ? (
        <Callout tone="warning" title="提醒">
          <ReasonList reasons={bureau.warnings} />
        </Callout>
      ) : (
        <p className="text-sm text-muted">每个环节都有合适的人可以承担。</p>
      )}
    </div>
  );
}
