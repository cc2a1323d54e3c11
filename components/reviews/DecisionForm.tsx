"use client";

import { useState } from "react";
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
  const [dialog, setDialog] = useState<"pass" | "return" | null>(null);
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

  function askToPass() {
    setAsked(true);
    if (!missing.length && isWritten && isWithin) setDialog("pass");
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
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" className="flex-1" onClick={askToPass}>
          审核通过
        </Button>
        <Button className="flex-1" onClick={askToReturn}>
          退回修改
        </Button>
      </div>
      <PassDialog
        {...props}
        open={dialog === "pass"}
        onClose={close}
        fields={{ ...judgement, checklist, items }}
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
