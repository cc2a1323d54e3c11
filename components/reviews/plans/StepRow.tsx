import { MoveButtons } from "@/components/reviews/plans/MoveButtons";
import { usePlan } from "@/components/reviews/plans/plan-context";
import { canMoveStep, moveStep, removeStep } from "@/components/reviews/plans/plan-edits";
import { StepForm } from "@/components/reviews/plans/StepForm";
import {
  checklistWords,
  daysWords,
  extraWords,
  holderWords,
  policyWords,
  scopeWords,
} from "@/components/reviews/plans/step-words";
import { Badge } from "@/components/ui/Badge";
import { stepKinds } from "@/lib/reviews/plan-words/rules";
import type { PlanStep } from "@/lib/reviews/plans/schema";

interface StepRowProps {
  step: PlanStep;
  heads: string[];
  columns: number;
}

/** A step as the table tells it; its fields open below. */
export function StepRow({ step, heads, columns }: StepRowProps) {
  const { plan, mayEdit, open, setOpen, change } = usePlan();
  const { key, label, kind } = step;
  const isOpen = mayEdit && open === key;
  const move = (by: -1 | 1) =>
    canMoveStep(plan, key, by)
      ? () => change(moveStep(plan, key, by), `${by === 1 ? "down" : "up"}-${key}`)
      : undefined;
  const cells = [
    holderWords(step),
    policyWords(step),
    checklistWords(step),
    scopeWords(step),
    daysWords(step),
    extraWords(step),
  ];
  return (
    <>
      <tr id={`step-${key}`}>
        <th scope="row" className="align-middle! font-normal">
          {label !== stepKinds[kind] && <Badge>{stepKinds[kind]}</Badge>}{" "}
          <span className="font-bold">{label}</span>
        </th>
        {cells.map((cell, index) => (
          <td key={heads[index + 1]} className="align-middle! max-md:py-0.5!">
            <span className="mr-2 inline-block w-16 text-muted md:hidden">{heads[index + 1]}</span>
            {cell}
          </td>
        ))}
        {mayEdit && (
          <td>
            <MoveButtons
              id={key}
              name={label}
              isOpen={isOpen}
              onOpen={() => setOpen(isOpen ? null : key)}
              onUp={move(-1)}
              onDown={move(1)}
              onRemove={() => change(removeStep(plan, key), "plan-name")}
            />
          </td>
        )}
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns} className="bg-primary-soft">
            <StepForm step={step} />
          </td>
        </tr>
      )}
    </>
  );
}
