"use client";

import { useDraft } from "@/components/reports/drafting/draft-context";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useReportEvent } from "@/components/reports/use-report-event";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";

interface UrgeDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** 催办. */
export function UrgeDialog({ open, onOpenChange }: UrgeDialogProps) {
  const { view } = useDraft();
  const { id, version, holder } = view;
  const { send, pending, problem, forget } = useReportEvent({ id, version });

  function change(next: boolean) {
    forget();
    onOpenChange(next);
  }

  async function urge() {
    if (await send("urge", {})) change(false);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title="催办"
      description={<p>{holder}催办会给正在等待的人发消息，记入历史；一小时只能催办一次。</p>}
      confirmLabel="确认催办"
      pending={pending}
      onConfirm={urge}
    >
      {problem && (
        <ProblemCallout title="没有催办" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
