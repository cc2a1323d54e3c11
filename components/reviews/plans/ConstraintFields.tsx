import { usePlan } from "@/components/reviews/plans/plan-context";
import { Checkbox } from "@/components/ui/Checkbox";
import { Panel } from "@/components/ui/Panel";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";

type Constraint = keyof PlanDefinition["constraints"];

const words: [key: Constraint, label: string, hint: string][] = [
  ["distinctLevels", "各级由不同的人承担", "注明“可以由承担过其他级的人承担”的级除外。"],
  ["notDrafter", "拟稿人不审核自己的稿件", "改过本稿的人都算拟稿人。"],
  ["separateProof", "校对人另设", "同一级的审和校由不同的人承担。"],
  ["restart", "重新送审时全部重新开始", "不选的，没有改动的部分不用重新审核。"],
];

/** 限制: what holds for the plan as a whole. */
export function ConstraintFields() {
  const { plan, mayEdit, change } = usePlan();
  return (
    <Panel title="限制">
      <fieldset disabled={!mayEdit}>
        <legend className="sr-only">限制</legend>
        {words.map(([key, label, hint]) => (
          <Checkbox
            key={key}
            label={label}
            hint={hint}
            checked={plan.constraints[key]}
            onChange={({ target }) =>
              change({ ...plan, constraints: { ...plan.constraints, [key]: target.checked } })
            }
          />
        ))}
      </fieldset>
    </Panel>
  );
}
