"use client";

import { useDraft } from "@/components/reports/drafting/draft-context";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useReportEvent } from "@/components/reports/use-report-event";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";

interface RecallDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** 撤回送审. */
export function RecallDialog({ open, onOpenChange }: RecallDialogProps) {
  const { view } = useDraft();
  const { id, version } = view;
  const { send, pending, problem, forget } = useReportEvent({ id, version });

  function change(next: boolean) {
    forget();
    onOpenChange(next);
  }

  async function recall() {
    if (await send("recall", {})) change(false);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title="撤回送审"
      description={<p>撤回后报告回到“拟稿中”，可以继续修改；修改后须重新送审。</p>}
      confirmLabel="撤回"
      pending={pending}
      onConfirm={recall}
    >
      {problem && (
        <ProblemCallout title="没有撤回" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
