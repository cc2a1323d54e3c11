import { Checkbox } from "@/components/ui/Checkbox";
import type { ChecklistGroup } from "@/lib/reviews/plans/rules";
import type { ChecklistItem } from "@/lib/reviews/plans/schema";

interface ChecklistFieldsProps {
  groups: ChecklistGroup[];
  /** Keys. */
  ticked: string[];
  onChange: (ticked: string[]) => void;
  /** Items to remind of. */
  missing: ChecklistItem[];
}

/** 审核清单: ticked one by one. */
export function ChecklistFields({ groups, ticked, onChange, missing }: ChecklistFieldsProps) {
  function toggle(key: string, on: boolean) {
    onChange(on ? [...ticked, key] : ticked.filter((other) => other !== key));
  }

  return (
    <div className="space-y-2">
      <p className="text-sm font-bold">审核清单</p>
      {groups.map((group) => (
        <fieldset key={group.label}>
          <legend className="text-xs text-muted">{group.label}</legend>
          <div className="grid grid-cols-3 gap-x-2">
            {group.items.map((item) => (
              <Checkbox
                key={item.key}
                label={item.label}
                checked={ticked.includes(item.key)}
                onChange={(event) => toggle(item.key, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <p aria-live="polite" className="text-xs text-danger">
        {missing.length > 0 &&
          `还没有勾选：${missing.map((item) => item.label).join("、")}。请逐项核对后勾选。`}
      </p>
    </div>
  );
}
