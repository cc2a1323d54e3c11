import { usePlan } from "@/components/reviews/plans/plan-context";
import { asRole, hasRank } from "@/components/reviews/plans/plan-edits";
import { Checkbox } from "@/components/ui/Checkbox";
import { SelectField } from "@/components/ui/SelectField";
import { type StepRole, stepRoles } from "@/lib/reviews/plan-words/rules";
import { rolesOfKind } from "@/lib/reviews/plans/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

interface HolderFieldsProps {
  step: PlanStep;
  set: (changes: Partial<PlanStep>) => void;
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Who takes a step: a role with its level, or people by name; one of them or all. */
export function HolderFields({ step, set }: HolderFieldsProps) {
  const { role, level, persons, policy, ownCheck } = step;
  return (
    <div className="space-y-3">
      {!ownCheck && (
        <SelectField
          label="由谁承担"
          value={role}
          onChange={(event) => set(asRole(step, event.target.value as StepRole))}
        >
          {rolesOfKind[step.kind].map((value) => (
            <option key={value} value={value}>
              {stepRoles[value]}
            </option>
          ))}
        </SelectField>
      )}
      {hasRank(role) && persons.length === 0 && (
        <SelectField
          label="级别"
          value={level ?? ""}
          onChange={({ target }) => set({ level: target.value ? Number(target.value) : null })}
        >
          <option value="">不限</option>
          {LEVELS.map((value) => (
            <option key={value} value={value}>
              第 {value} 级
            </option>
          ))}
        </SelectField>
      )}
      {!ownCheck && <PersonFields step={step} set={set} />}
      <SelectField
        label="通过方式"
        value={policy}
        onChange={(event) => set({ policy: event.target.value as PlanStep["policy"] })}
      >
        <option value="any">任一人通过即可</option>
        <option value="all">每个人都要通过</option>
      </SelectField>
    </div>
  );
}

/** 指定人员: those with the role, and those named who no longer have it. */
function PersonFields({ step, set }: HolderFieldsProps) {
  const { people } = usePlan();
  const { persons, role } = step;
  const present = new Map(people.filter((p) => p.role === role).map((p) => [p.id, p.name]));
  const gone = persons.filter((person) => !present.has(person.id));
  const choices = [...present].map(([id, name]) => ({ id, name, label: name }));
  const absent = gone.map((person) => ({ ...person, label: `${person.name}（已没有这一职责）` }));
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-bold">指定人员</legend>
      {[...choices, ...absent].map(({ id, name, label }) => (
        <Checkbox
          key={id}
          label={label}
          checked={persons.some((person) => person.id === id)}
          onChange={({ target }) => {
            const others = persons.filter((person) => person.id !== id);
            set({ persons: target.checked ? [...others, { id, name }] : others });
          }}
        />
      ))}
      <p className="text-xs text-muted">
        {choices.length ? "不指定的，有这一职责的人都可以承担。" : "现在没有人有这一职责。"}
      </p>
    </fieldset>
  );
}
