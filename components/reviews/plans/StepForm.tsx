import { ChecklistEditor } from "@/components/reviews/plans/ChecklistEditor";
import { HolderFields } from "@/components/reviews/plans/HolderFields";
import { usePlan } from "@/components/reviews/plans/plan-context";
import { asKind, asOwnCheck, changeStep } from "@/components/reviews/plans/plan-edits";
import { ScopeFields } from "@/components/reviews/plans/ScopeFields";
import { Checkbox } from "@/components/ui/Checkbox";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import { type StepKind, stepKinds } from "@/lib/reviews/plan-words/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

/** Everything about a step that can be set. */
export function StepForm({ step }: { step: PlanStep }) {
  const { plan, change } = usePlan();
  const { key, kind, ownCheck } = step;
  const set = (changes: Partial<PlanStep>) => change(changeStep(plan, key, changes));
  return (
    <fieldset className="grid gap-x-6 gap-y-3 py-2 sm:grid-cols-2 xl:grid-cols-3">
      <legend className="sr-only">{step.label}的设置</legend>
      <div className="space-y-3">
        <TextField
          label="名称"
          maxLength={30}
          value={step.label}
          onChange={(event) => set({ label: event.target.value })}
        />
        <SelectField
          label="类型"
          value={kind}
          onChange={(event) => set(asKind(step, event.target.value as StepKind))}
        >
          {Object.entries(stepKinds).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </SelectField>
        <NumberField
          label="限办天数"
          hint="从轮到这一环节起算，留空不限；逾期只提醒，不会自动通过。"
          value={step.days}
          onChange={(days) => set({ days })}
        />
        {kind !== "file" && !ownCheck && (
          <Checkbox
            label="可以直接改稿"
            hint="承担人以本人名义改，改动由另外的人校对。"
            checked={step.mayEdit}
            onChange={(event) => set({ mayEdit: event.target.checked })}
          />
        )}
        {kind === "proof" && (
          <>
            <Checkbox
              label="拟稿人自校"
              hint="由起草本稿的人自己声明已经校对。"
              checked={ownCheck}
              onChange={(event) => set(asOwnCheck(step, event.target.checked))}
            />
            <NumberField
              label="差错数限额"
              hint="差错多于这个数就不能通过，留空不限。"
              value={step.errorLimit}
              onChange={(errorLimit) => set({ errorLimit })}
            />
          </>
        )}
      </div>
      <HolderFields step={step} set={set} />
      <div className="space-y-3">
        <ChecklistEditor step={step} set={set} />
        <ScopeFields scope={step.scope} onChange={(scope) => set({ scope })} />
      </div>
    </fieldset>
  );
}

interface NumberFieldProps {
  label: string;
  hint: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

function NumberField({ label, hint, value, onChange }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={0}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : Number(target.value))}
    />
  );
}
