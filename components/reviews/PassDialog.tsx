import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useReportEvent } from "@/components/reports/use-report-event";
import { amendedWords } from "@/components/reviews/amending/amended-words";
import type { DecisionPanelProps } from "@/components/reviews/decision";
import { handoverWords } from "@/components/reviews/handover-words";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { shortHash } from "@/lib/format/short-hash";

interface PassDialogProps extends DecisionPanelProps {
  open: boolean;
  /** With words: it was done. */
  onClose: (words?: string) => void;
  /** Opinion, ticks, errors, and what he changes himself. */
  fields: Record<string, unknown>;
  /** He changes something himself. */
  changed: boolean;
}

/** 审核通过: names what is signed and who has the report next. */
export function PassDialog(props: PassDialogProps) {
  const { report, revisionNo, offer, open, onClose, fields, changed } = props;
  const { send, pending, problem, forget } = useReportEvent(report);
  const steps = offer.steps.join("、");
  const next = changed ? amendedWords(offer) : handoverWords(offer.next);
  const forWords = offer.forNames.length > 0 && `（代 ${offer.forNames.join("、")}）`;

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
      title={changed ? "改稿并通过？" : "审核通过？"}
      description={
        <>
          {changed ? (
            <p>
              您将以本人名义{forWords}改稿，并通过{steps}：第 {revisionNo}{" "}
              稿连同您的改动成为新的一稿。
            </p>
          ) : (
            <p>
              您将以本人名义{forWords}通过{steps}：第 {revisionNo} 稿，校验码{" "}
              {shortHash(report.contentHash)}。
            </p>
          )}
          <p>{next}</p>
        </>
      }
      confirmLabel={changed ? "确认改稿并通过" : "确认通过"}
      pending={pending}
      onConfirm={confirm}
    >
      {problem && <ProblemCallout title="没有通过" problem={problem} onReload={close} />}
    </ConfirmDialog>
  );
}
