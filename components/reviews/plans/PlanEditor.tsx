"use client";

import { useEffect, useRef, useState } from "react";
import { ConstraintFields } from "@/components/reviews/plans/ConstraintFields";
import { OverrideFields } from "@/components/reviews/plans/OverrideFields";
import { PlanActions } from "@/components/reviews/plans/PlanActions";
import { PlanBureaus } from "@/components/reviews/plans/PlanBureaus";
import { PlanTable } from "@/components/reviews/plans/PlanTable";
import { PlanVersions } from "@/components/reviews/plans/PlanVersions";
import { PlanContext } from "@/components/reviews/plans/plan-context";
import { usePlanPage } from "@/components/reviews/plans/use-plan-page";
import { Panel } from "@/components/ui/Panel";
import { TextField } from "@/components/ui/TextField";
import { useUnsentWords } from "@/components/ui/use-unsent-words";
import type { PlanDefinition, PlanView } from "@/lib/reviews/plans/schema";

/** One plan: its table of steps, its constraints, and what can be done with it. */
export function PlanEditor({ first }: { first: PlanView }) {
  const page = usePlanPage(first);
  const { view, plan, isDirty } = page;
  const [open, setOpen] = useState<string | null>(null);
  const focusId = useRef<string | null>(null);
  const { mayEdit, people } = view;
  useUnsentWords(isDirty);

  // A row that moves into another level is made anew: the keyboard goes on from where it was.
  useEffect(() => {
    const target = focusId.current && document.getElementById(focusId.current);
    focusId.current = null;
    if (!target) return;
    target.focus();
    // At the end of the way the button is out of use: the one beside it takes over.
    if (document.activeElement !== target) target.parentElement?.querySelector("button")?.focus();
  });

  function change(next: PlanDefinition, focus?: string) {
    focusId.current = focus ?? null;
    page.change(next);
  }

  return (
    <PlanContext value={{ plan, people, mayEdit, open, setOpen, change }}>
      <div className="space-y-4">
        <PlanBureaus page={page} />
        {mayEdit && (
          <Panel>
            <div className="max-w-md">
              <TextField
                id="plan-name"
                label="流程名称"
                maxLength={30}
                value={plan.name}
                onChange={(event) => change({ ...plan, name: event.target.value })}
              />
            </div>
          </Panel>
        )}
        <PlanTable />
        <div className="grid gap-4 md:grid-cols-2">
          <ConstraintFields />
          <OverrideFields />
        </div>
        <PlanVersions view={view} />
        {mayEdit && <PlanActions page={page} />}
      </div>
    </PlanContext>
  );
}
