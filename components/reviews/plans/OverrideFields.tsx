import { usePlan } from "@/components/reviews/plans/plan-context";
import { Checkbox } from "@/components/ui/Checkbox";
import { Panel } from "@/components/ui/Panel";
import { SelectField } from "@/components/ui/SelectField";
import {
  type OverridableGuard,
  overridableGuards,
  stepRoles,
} from "@/lib/reviews/plan-words/rules";
import type { PlanDefinition } from "@/lib/reviews/plans/schema";

/** Who may make an exception: the reviewer of a level, or the publisher. */
const holders: PlanDefinition["overrideBy"][] = [
  { role: "REVIEWER", level: null },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => ({ role: "REVIEWER" as const, level })),
  { role: "PUBLISHER", level: null },
];

/** 例外: which guards somebody may pass by, and who that is. */
export function OverrideFields() {
  const { plan, mayEdit, change } = usePlan();
  const { overridable, overrideBy } = plan;

  function allow(guard: OverridableGuard, isAllowed: boolean) {
    const others = overridable.filter((other) => other !== guard);
    change({ ...plan, overridable: isAllowed ? [...others, guard] : others });
  }

  return (
    <Panel title="例外">
      <fieldset disabled={!mayEdit} className="space-y-3">
        <legend className="text-sm text-muted">
          可以写明理由作例外处理的情形；例外会一直标出，直到另一人确认。
        </legend>
        <div>
          {Object.entries(overridableGuards).map(([guard, label]) => (
            <Checkbox
              key={guard}
              label={label}
              checked={overridable.includes(guard as OverridableGuard)}
              onChange={({ target }) => allow(guard as OverridableGuard, target.checked)}
            />
          ))}
        </div>
        {overridable.length > 0 && (
          <SelectField
            label="由谁作例外处理"
            value={holderKey(overrideBy)}
            onChange={({ target }) => {
              const chosen = holders.find((holder) => holderKey(holder) === target.value);
              if (chosen) change({ ...plan, overrideBy: chosen });
            }}
          >
            {holders.map((holder) => (
              <option key={holderKey(holder)} value={holderKey(holder)}>
                {holder.level === null ? "" : `第 ${holder.level} 级`}
                {stepRoles[holder.role]}
              </option>
            ))}
          </SelectField>
        )}
      </fieldset>
    </Panel>
  );
}

function holderKey({ role, level }: PlanDefinition["overrideBy"]): string {
  return `${role} ${level ?? ""}`;
}
