"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { callApi } from "@/components/reports/api-client";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { placeName } from "@/components/reports/place-name";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import { SelectField } from "@/components/ui/SelectField";
import { TextArea } from "@/components/ui/TextArea";
import { sectionsOf } from "@/lib/format/format";

/** 扩大修改范围: opens a section that was not returned; the reviewers see which and why. */
export function WidenForm() {
  const { view, format } = useDraft();
  const router = useRouter();
  const [section, setSection] = useState("");
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const [, refresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);
  const closed = sectionsOf(format).filter(({ key }) => view.openings[key] !== "all");

  async function send() {
    setSending(true);
    const answer = await callApi("POST", `/reports/${view.id}/widenings`, { section, reason });
    setSending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setSection("");
    setReason("");
    refresh(() => router.refresh());
  }

  if (closed.length === 0) return null;
  return (
    <Disclosure summary="还要改别的地方（扩大修改范围）">
      <div className="space-y-2">
        <p>打开没有被退回（或者只退回了几格）的部分，理由会留在历史记录里，审核人看得到。</p>
        <SelectField
          label="部分"
          value={section}
          onChange={(event) => setSection(event.target.value)}
        >
          <option value="">请选择</option>
          {closed.map(({ key }) => (
            <option key={key} value={key}>
              {placeName(format.version, key, null)}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="理由"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          size="small"
          pending={isSending}
          disabled={!section || reason.trim().length < 2}
          onClick={send}
        >
          打开这一部分
        </Button>
        {problem && (
          <ProblemCallout
            title="没有打开"
            problem={problem}
            onReload={() => refresh(() => router.refresh())}
          />
        )}
      </div>
    </Disclosure>
  );
}
