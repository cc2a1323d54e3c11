"use client";

import { useState } from "react";
import { AmendOnlyDialog } from "@/components/reviews/amending/AmendOnlyDialog";
import { AmendPanel } from "@/components/reviews/amending/AmendPanel";
import { useAmendments } from "@/components/reviews/amending/use-amendments";
import { ChecklistFields } from "@/components/reviews/ChecklistFields";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { ErrorLimits } from "@/components/reviews/errors/ErrorLimits";
import { PlacedErrors } from "@/components/reviews/errors/PlacedErrors";
import { errorItem, errorProblem } from "@/components/reviews/errors/placed-errors";
import { useErrors } from "@/components/reviews/errors/use-errors";
import { OpinionField } from "@/components/reviews/OpinionField";
import { PassDialog } from "@/components/reviews/PassDialog";
import { countsOf, ProofErrorFields } from "@/components/reviews/ProofErrorFields";
import { ReturnDialog } from "@/components/reviews/ReturnDialog";
import { Button } from "@/components/ui/Button";
import { useUnsentWords } from "@/components/ui/use-unsent-words";
import { getFormat } from "@/lib/format/content";

interface DecisionFormProps extends DecisionPanelProps {
  onDone: (words: string) => void;
}

/** 审核清单, 意见, 校对差错数, and the two acts. */
export function DecisionForm(props: DecisionFormProps) {
  const { report, format, offer, onDone } = props;
  const [ticked, setTicked] = useState({ of: report.contentHash, keys: [] as string[] });
  const [opinion, setOpinion] = useState("");
  const [counts, setCounts] = useState<Record<string, string>>({});
  const gathered = useErrors(offer.actorId, report.id);
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<"pass" | "amend" | "return" | null>(null);
  const amending = useAmendments({ ...props, userId: offer.actorId, reportId: report.id });
  useUnsentWords(opinion.trim() !== "");

  // Ticks speak of one text: over another one they are open again, while words are kept.
  const checklist = ticked.of === report.contentHash ? ticked.keys : [];
  const missing = offer.checklist
    .flatMap((group) => group.items)
    .filter((item) => !checklist.includes(item.key));
  // Somebody who has no 校 in hand now keeps what he gathered until he has one again.
  const errors = offer.proofs ? gathered.errors : [];
  const isWritten = errors.every((error) => !errorProblem(getFormat(format), error));
  const proofErrors = countsOf(counts);
  const total = errors.length + Object.values(proofErrors).reduce((a, b) => a + b, 0);
  const isWithin = offer.errorLimits.every(({ limit }) => total <= limit);
  const items = errors.map(errorItem);
  const judgement = { opinion, proofErrors };
  const { isReady, changes } = amending;
  const changed = changes.length > 0;
  const change = changed ? { changes, reason: amending.reason.trim() } : {};

  function askToPass() {
    setAsked(true);
    if (!missing.length && isWritten && isWithin && isReady) setDialog("pass");
  }

  function askToAmend() {
    setAsked(true);
    if (isReady) setDialog("amend");
  }

  function askToReturn() {
    setAsked(true);
    if (isWritten) setDialog("return");
  }

  function close(words?: string) {
    setDialog(null);
    if (!words) return;
    gathered.remove(errors.map(({ id }) => id));
    onDone(words);
  }

  function closeChange(words?: string) {
    if (words) amending.clear();
    if (dialog === "pass") return close(words);
    setDialog(null);
    if (words) onDone(words);
  }

  return (
    <div className="space-y-4">
      <ChecklistFields
        groups={offer.checklist}
        ticked={checklist}
        onChange={(keys) => setTicked({ of: report.contentHash, keys })}
        missing={asked ? missing : []}
      />
      <OpinionField value={opinion} onChange={setOpinion} />
      {offer.proofs && (
        <>
          <PlacedErrors
            reportId={report.id}
            classes={props.errorClasses}
            {...{ format, gathered, asked }}
          />
          <ProofErrorFields classes={props.errorClasses} values={counts} onChange={setCounts} />
          <ErrorLimits limits={offer.errorLimits} total={total} />
        </>
      )}
      {props.sections && (
        <AmendPanel {...props} {...{ amending, asked }} sections={props.sections} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" className="flex-1" onClick={askToPass}>
          {changed ? "改稿并通过" : "审核通过"}
        </Button>
        <Button className="flex-1" onClick={askToReturn}>
          退回修改
        </Button>
        {changed && (
          <Button size="small" tone="quiet" onClick={askToAmend}>
            只改稿，先不通过
          </Button>
        )}
      </div>
      <PassDialog
        {...props}
        open={dialog === "pass"}
        onClose={closeChange}
        fields={{ ...judgement, checklist, items, ...change }}
        changed={changed}
      />
      <AmendOnlyDialog
        report={report}
        offer={offer}
        open={dialog === "amend"}
        onClose={closeChange}
        fields={change}
      />
      <ReturnDialog
        open={dialog === "return"}
        onClose={close}
        report={report}
        format={format}
        offer={offer}
        fields={judgement}
        errors={items}
      />
    </div>
  );
}
