import { usePlan } from "@/components/reviews/plans/plan-context";
import { addStage } from "@/components/reviews/plans/plan-edits";
import { StageRow } from "@/components/reviews/plans/StageRow";
import { StepRow } from "@/components/reviews/plans/StepRow";
import { Button } from "@/components/ui/Button";
import { DataTable } from "@/components/ui/DataTable";
import { Panel } from "@/components/ui/Panel";

const heads = ["环节", "承担人", "通过", "审核清单", "范围", "限办", "其他"];

/** On a phone a row's cells stand below each other, each under its own head. */
const stacked =
  "max-md:[&_:is(tbody,tr,th,td)]:block max-md:[&_thead]:hidden max-md:[&_td]:border-b-0";

/** Levels and their steps in one table; levels follow each other, steps of a level run side by side. */
export function PlanTable() {
  const { plan, mayEdit, change, setOpen } = usePlan();
  const columns = heads.length + (mayEdit ? 1 : 0);

  function add() {
    const added = addStage(plan);
    const key = added.stages.at(-1)?.key ?? null;
    change(added);
    setOpen(key);
  }

  return (
    <Panel title="环节" flush aside="一级走完再到下一级，同一级的环节同时办理">
      <DataTable caption="审核流程的环节" captionHidden className={stacked}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {mayEdit && (
              <th scope="col">
                <span className="sr-only">操作</span>
              </th>
            )}
          </tr>
        </thead>
        {plan.stages.map((stage) => (
          <tbody key={stage.key}>
            <StageRow stage={stage} columns={columns} />
            {stage.steps.map((step) => (
              <StepRow key={step.key} step={step} heads={heads} columns={columns} />
            ))}
          </tbody>
        ))}
      </DataTable>
      {mayEdit && (
        <div className="border-t border-line px-4 py-2">
          <Button size="small" onClick={add} disabled={plan.stages.length >= 10}>
            加一级
          </Button>
        </div>
      )}
    </Panel>
  );
}
