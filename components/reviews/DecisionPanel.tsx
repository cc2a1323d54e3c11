"use client";

import { useEffect, useRef, useState } from "react";
import { ConfirmForm } from "@/components/reviews/amending/ConfirmForm";
import { DecisionForm } from "@/components/reviews/DecisionForm";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { HandoverList } from "@/components/reviews/handovers/HandoverList";
import { ReopenButton } from "@/components/reviews/ReopenButton";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";

/** 审核意见: what this person may decide now, or who has the report instead. */
export function DecisionPanel(props: DecisionPanelProps) {
  const { report, offer } = props;
  const [done, setDone] = useState<string | null>(null);
  const note = useRef<HTMLDivElement>(null);
  const open = offer.steps.length > 0;
  const Form = offer.confirms.length > 0 ? ConfirmForm : DecisionForm;

  // The buttons are gone with the decision: a keyboard goes on from what came of it.
  useEffect(() => {
    if (done && !open) note.current?.focus();
  }, [done, open]);

  return (
    <Panel
      title={offer.confirms.length > 0 ? "改动确认" : "审核意见"}
      aside={offer.steps.join("、")}
    >
      <div className="space-y-4">
        <div ref={note} tabIndex={-1} className="outline-none empty:hidden">
          {done && (
            <Callout live tone="success">
              <p>{done}</p>
            </Callout>
          )}
        </div>
        {open ? (
          <Form {...props} onDone={setDone} />
        ) : (
          <div className="space-y-2 text-sm text-muted">
            <ReasonList reasons={offer.reasons} />
          </div>
        )}
        <HandoverList report={report} hands={offer.hands} onDone={setDone} />
        {offer.reopen && <ReopenButton report={report} offer={offer} onDone={setDone} />}
      </div>
    </Panel>
  );
}
