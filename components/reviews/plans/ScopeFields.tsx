import { Checkbox } from "@/components/ui/Checkbox";
import { SelectField } from "@/components/ui/SelectField";
import { planSections } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

interface ScopeFieldsProps {
  scope: PlanStep["scope"];
  onChange: (scope: PlanStep["scope"]) => void;
}

/** 范围: the whole report, or chosen parts; a change elsewhere does not ask this step again. */
export function ScopeFields({ scope, onChange }: ScopeFieldsProps) {
  const chosen = scope === "all" ? [] : scope;
  return (
    <div className="space-y-2">
      <SelectField
        label="范围"
        hint={scope === "all" ? undefined : "别的部分改动，不用这一环节重新办理。"}
        value={scope === "all" ? "all" : "some"}
        onChange={({ target }) => onChange(target.value === "all" ? "all" : [])}
      >
        <option value="all">报告的全部</option>
        <option value="some">选定的部分</option>
      </SelectField>
      {scope !== "all" && (
        <fieldset className="max-h-56 overflow-y-auto">
          <legend className="sr-only">选定的部分</legend>
          {planSections.map(({ key, label }) => (
            <Checkbox
              key={key}
              label={label}
              checked={chosen.includes(key)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...chosen, key] : chosen.filter((other) => other !== key),
                )
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
