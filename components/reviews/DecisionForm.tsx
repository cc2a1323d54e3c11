"use client";

import { useState } from "react";
import { ChecklistFields } from "@/components/reviews/ChecklistFields";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { OpinionField } from "@/components/reviews/OpinionField";
import { PassDialog } from "@/components/reviews/PassDialog";
import { countsOf, ProofErrorFields } from "@/components/reviews/ProofErrorFields";
import { ReturnDialog } from "@/components/reviews/ReturnDialog";
import { Button } from "@/components/ui/Button";
import { useUnsentWords } from "@/components/ui/use-unsent-words";

interface DecisionFormProps extends DecisionPanelProps {
  onDone: (words: string) => void;
}

/** 审核清单, 意见, 校对差错数, and the two acts. */
export function DecisionForm(props: DecisionFormProps) {
  const { report, format, offer, onDone } = props;
  const [ticked, setTicked] = useState({ of: report.contentHash, keys: [] as string[] });
  const [opinion, setOpinion] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState(false);
  const [dialog, setDialog] = useState<"pass" | "return" | null>(null);
  useUnsentWords(opinion.trim() !== "");

  // Ticks speak of one text: over another one they are open again, while words are kept.
  const checklist = ticked.of === report.contentHash ? ticked.keys : [];
  const missing = offer.checklist
    .flatMap((group) => group.items)
    .filter((item) => !checklist.includes(item.key));
  const judgement = { opinion, proofErrors: countsOf(errors) };

  function askToPass() {
    setAsked(true);
    if (!missing.length) setDialog("pass");
  }

  function close(words?: string) {
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
        <ProofErrorFields classes={props.errorClasses} values={errors} onChange={setErrors} />
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" className="flex-1" onClick={askToPass}>
          审核通过
        </Button>
        <Button className="flex-1" onClick={() => setDialog("return")}>
          退回修改
        </Button>
      </div>
      <PassDialog
        {...props}
        open={dialog === "pass"}
        onClose={close}
        fields={{ ...judgement, checklist }}
      />
      <ReturnDialog
        open={dialog === "return"}
        onClose={close}
        report={report}
        format={format}
        offer={offer}
        fields={judgement}
      />
    </div>
  );
}
