import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useReportEvent } from "@/components/reports/use-report-event";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { handoverWords } from "@/components/reviews/handover-words";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { shortHash } from "@/lib/format/short-hash";

interface PassDialogProps extends DecisionPanelProps {
  open: boolean;
  /** With words: it was done. */
  onClose: (words?: string) => void;
  /** Opinion, ticks, errors. */
  fields: Record<string, unknown>;
}

/** 审核通过: names what is signed and who has the report next. */
export function PassDialog(props: PassDialogProps) {
  const { report, revisionNo, offer, open, onClose, fields } = props;
  const { send, pending, problem, forget } = useReportEvent(report);
  const steps = offer.steps.join("、");
  const next = handoverWords(offer.next);

  async function confirm() {
    if (await send("pass", fields)) onClose(`${steps}已通过。${next}`);
  }

  function change(next: boolean) {
    if (!next) close();
  }

  function close() {
    forget();
    onClose();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title="审核通过？"
      description={
        <>
          <p>
            您将以本人名义通过{steps}：第 {revisionNo} 稿，校验码 {shortHash(report.contentHash)}。
          </p>
          <p>{next}</p>
        </>
      }
      confirmLabel="确认通过"
      pending={pending}
      onConfirm={confirm}
    >
      {problem && <ProblemCallout title="没有通过" problem={problem} onReload={close} />}
    </ConfirmDialog>
  );
}
