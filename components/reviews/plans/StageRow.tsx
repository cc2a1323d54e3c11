import { MoveButtons } from "@/components/reviews/plans/MoveButtons";
import { usePlan } from "@/components/reviews/plans/plan-context";
import {
  addStep,
  changeStage,
  moveStage,
  removeStage,
} from "@/components/reviews/plans/plan-edits";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Checkbox";
import { TextField } from "@/components/ui/TextField";
import type { PlanStage } from "@/lib/reviews/plans/schema";

interface StageRowProps {
  stage: PlanStage;
  columns: number;
}

/** A level: its name, what it asks of its people, and what can be done with it. */
export function StageRow({ stage, columns }: StageRowProps) {
  const { plan, mayEdit, open, setOpen, change } = usePlan();
  const { key, label, level, distinct } = stage;
  const isOpen = mayEdit && open === key;

  function add() {
    const added = addStep(plan, key);
    change(added);
    setOpen(added.stages.find((one) => one.key === key)?.steps.at(-1)?.key ?? null);
  }

  return (
    <tr>
      <th colSpan={columns} scope="colgroup" className="bg-ground font-normal">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-bold">
            {level}. {label}
          </span>
          {!distinct && <span className="text-xs text-muted">可以由承担过其他级的人承担</span>}
          {mayEdit && (
            <MoveButtons
              id={key}
              name={label}
              isOpen={isOpen}
              onOpen={() => setOpen(isOpen ? null : key)}
              onUp={level > 1 ? () => change(moveStage(plan, key, -1), `up-${key}`) : undefined}
              onDown={
                level < plan.stages.length
                  ? () => change(moveStage(plan, key, 1), `down-${key}`)
                  : undefined
              }
              onRemove={() => change(removeStage(plan, key), "plan-name")}
            >
              <Button size="small" tone="quiet" onClick={add} disabled={stage.steps.length >= 10}>
                加环节
                <span className="sr-only">到{label}</span>
              </Button>
            </MoveButtons>
          )}
        </div>
        {isOpen && (
          <div className="mt-2 grid max-w-2xl gap-3 pb-2 sm:grid-cols-2">
            <TextField
              label="这一级的名称"
              maxLength={30}
              value={label}
              onChange={(event) => change(changeStage(plan, key, { label: event.target.value }))}
            />
            <Checkbox
              className="self-end"
              label="承担人须与其他级不同"
              checked={distinct}
              onChange={(event) =>
                change(changeStage(plan, key, { distinct: event.target.checked }))
              }
            />
          </div>
        )}
      </th>
    </tr>
  );
}
