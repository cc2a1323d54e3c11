import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { amendedWords } from "@/components/reviews/amending/amended-words";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

interface AmendOnlyDialogProps {
  report: SeenReport;
  offer: DecisionOffer;
  open: boolean;
  /** With words: it was done. */
  onClose: (words?: string) => void;
  /** Changes and their reason. */
  fields: Record<string, unknown>;
}

/** 改稿 without an 意见 yet. */
export function AmendOnlyDialog({ report, offer, open, onClose, fields }: AmendOnlyDialogProps) {
  const { send, pending, problem, forget } = useReportEvent(report);

  async function confirm() {
    if (await send("amend", fields)) onClose(`已改稿。${amendedWords(offer)}`);
  }

  function close() {
    forget();
    onClose();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="只改稿，先不通过？"
      description={<p>改动署您的名，成为新的一稿。{amendedWords(offer)}您以后再签署意见。</p>}
      confirmLabel="确认改稿"
      pending={pending}
      onConfirm={confirm}
    >
      {problem && <ProblemCallout title="没有改稿" problem={problem} onReload={close} />}
    </ConfirmDialog>
  );
}
