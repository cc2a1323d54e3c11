import { addItem } from "@/components/reviews/plans/plan-edits";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/TextField";
import type { PlanStep } from "@/lib/reviews/plans/schema";

interface ChecklistEditorProps {
  step: PlanStep;
  set: (changes: Partial<PlanStep>) => void;
}

const MAX_ITEMS = 30;

/** 审核清单: what is ticked item by item before the step can pass. */
export function ChecklistEditor({ step, set }: ChecklistEditorProps) {
  const { checklist } = step;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-bold">审核清单</legend>
      <ul className="space-y-1.5">
        {checklist.map((item, index) => (
          <li key={item.key} className="flex items-center gap-1">
            <div className="flex-1">
              <TextField
                label={`审核清单第 ${index + 1} 项`}
                labelHidden
                maxLength={30}
                value={item.label}
                onChange={({ target }) =>
                  set({ checklist: checklist.with(index, { ...item, label: target.value }) })
                }
              />
            </div>
            <Button
              size="small"
              tone="quiet"
              onClick={() => set({ checklist: checklist.filter((one) => one !== item) })}
            >
              删去<span className="sr-only">第 {index + 1} 项</span>
            </Button>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        className="mt-1.5"
        disabled={checklist.length >= MAX_ITEMS}
        onClick={() => set({ checklist: addItem(checklist) })}
      >
        加一项
      </Button>
    </fieldset>
  );
}
