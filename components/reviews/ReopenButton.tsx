import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { TextArea } from "@/components/ui/TextArea";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

interface ReopenButtonProps {
  report: SeenReport;
  offer: DecisionOffer;
  onDone: (words: string) => void;
}

/** 审定后退回: the last level takes an approved text back, with a reason. */
export function ReopenButton({ report, offer, onDone }: ReopenButtonProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);

  async function confirm() {
    setAsked(true);
    if (!reason.trim() || !(await send("reopen", { reason }))) return;
    setOpen(false);
    onDone(`已退回修改，现在由${offer.submitter}处理。`);
  }

  function change(next: boolean) {
    forget();
    setOpen(next);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      trigger={<Button>审定后退回</Button>}
      title="审定后退回"
      description={
        <p>
          已审定的稿件退给{offer.submitter}修改，不能再发布；改好后重新送审，最后一级须重新审核。
        </p>
      }
      confirmLabel="确认退回"
      danger
      pending={pending}
      onConfirm={confirm}
    >
      <TextArea
        label="退回理由"
        rows={3}
        maxLength={2000}
        value={reason}
        error={asked && !reason.trim() ? "请写明退回的理由" : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <ProblemCallout title="没有退回" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
