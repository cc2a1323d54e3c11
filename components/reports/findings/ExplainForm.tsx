"use client";

import { useState } from "react";
import { useFindings } from "@/components/reports/findings/findings-context";
import { Button } from "@/components/ui/Button";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextArea } from "@/components/ui/TextArea";

/** Reasons that most explanations come down to. */
const ready = ["已核实无误", "统计口径不同", "上级要求"];

interface ExplainFormProps {
  fingerprints: string[];
  onDone: () => void;
}

/** 情况说明 of one warning or several: a ready reason by one press, or words. */
export function ExplainForm({ fingerprints, onDone }: ExplainFormProps) {
  const { explain } = useFindings();
  const [pending, setPending] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<string[]>([]);
  const [words, setWords] = useState<string | null>(null);

  async function give(reason: string) {
    setPending(reason);
    const reasons = await explain(fingerprints, reason);
    setPending(null);
    setRefusals(reasons);
    if (reasons.length === 0) onDone();
  }

  return (
    <div className="mt-1 space-y-2">
      <div className="flex flex-wrap gap-1">
        {ready.map((reason) => (
          <Button
            key={reason}
            size="small"
            pending={pending === reason}
            disabled={pending !== null && pending !== reason}
            onClick={() => give(reason)}
          >
            {reason}
          </Button>
        ))}
        <Button
          size="small"
          tone="quiet"
          aria-expanded={words !== null}
          onClick={() => setWords(words === null ? "" : null)}
        >
          其他…
        </Button>
      </div>
      {words !== null && (
        <div className="space-y-2">
          <TextArea
            label="情况说明"
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            size="small"
            tone="primary"
            pending={pending === words}
            disabled={words.trim().length < 2}
            onClick={() => give(words.trim())}
          >
            提交说明
          </Button>
        </div>
      )}
      {refusals.length > 0 && (
        <div role="alert" className="text-sm text-danger">
          <ReasonList reasons={refusals} />
        </div>
      )}
    </div>
  );
}
