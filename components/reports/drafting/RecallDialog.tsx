"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { Callout } from "@/components/ui/Callout";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ReasonList } from "@/components/ui/ReasonList";

interface RecallDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** 撤回送审. */
export function RecallDialog({ open, onOpenChange }: RecallDialogProps) {
  const { view } = useDraft();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);

  async function recall() {
    setPending(true);
    const body = { event: "recall", version: view.version };
    const answer = await callApi("POST", `/reports/${view.id}/events`, body);
    setPending(false);
    setReasons(answer.ok ? [] : answer.reasons);
    if (answer.ok) onOpenChange(false);
    router.refresh();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="撤回送审"
      description={<p>撤回后报告回到“拟稿中”，可以继续修改；修改后须重新送审。</p>}
      confirmLabel="撤回"
      pending={pending}
      onConfirm={recall}
    >
      {reasons.length > 0 && (
        <Callout live tone="danger" title="没有撤回">
          <ReasonList reasons={reasons} />
        </Callout>
      )}
    </ConfirmDialog>
  );
}
