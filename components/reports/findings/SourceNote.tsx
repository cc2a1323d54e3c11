"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { callApi } from "@/components/reports/api-client";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";

/** What the imported text printed still stands against the computed totals, until it is settled. */
export function SourceNote() {
  const { view } = useDraft();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [reasons, setReasons] = useState<string[]>([]);
  if (!view.source || view.editable.length === 0) return null;

  function settle() {
    startTransition(async () => {
      const answer = await callApi("DELETE", `/reports/${view.id}/source`);
      setReasons(answer.ok ? [] : answer.reasons);
      if (answer.ok) router.refresh();
    });
  }

  return (
    <Callout
      title="来稿印有合计和标题"
      actions={
        <Button size="small" pending={pending} onClick={settle}>
          采用计算值
        </Button>
      }
    >
      <p>校核时会与来稿印的合计、标题比对。核对无误后采用计算值，不再比对。</p>
      {reasons.length > 0 && (
        <div role="alert" className="text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
    </Callout>
  );
}
