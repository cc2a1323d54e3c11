import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { ReturnItemFields } from "@/components/reviews/ReturnItemFields";
import { emptyItem, type ReturnItem } from "@/components/reviews/return-item";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { useUnsentWords } from "@/components/ui/use-unsent-words";
import type { DecisionOffer } from "@/lib/reviews/offers/rules";

interface ReturnDialogProps {
  open: boolean;
  /** With words: it was done. */
  onClose: (words?: string) => void;
  report: SeenReport;
  format: string;
  offer: DecisionOffer;
  /** Opinion, errors. */
  fields: Record<string, unknown>;
}

/** 退回修改: what is to be put right, place by place; what was typed stays when it is closed. */
export function ReturnDialog(props: ReturnDialogProps) {
  const { open, onClose, report, format, offer, fields } = props;
  const [items, setItems] = useState<ReturnItem[]>([emptyItem(0)]);
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);
  useUnsentWords(items.some((item) => item.words.trim() !== ""));

  async function confirm() {
    setAsked(true);
    if (items.some((item) => !item.section || !item.words.trim())) return;
    const sent = items.map(({ section, cell, words }) => ({ section, cell: cell || null, words }));
    if (!(await send("return", { ...fields, items: sent }))) return;
    onClose(`已退回修改，现在由${offer.submitter}处理。`);
  }

  function close() {
    forget();
    onClose();
  }

  function replace(item: ReturnItem) {
    setItems(items.map((other) => (other.id === item.id ? item : other)));
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title="退回修改"
      description={
        <p>
          本次送审到此结束，报告退给{offer.submitter}
          ，只能修改下面指出的部分，改好后重新送审。
        </p>
      }
      confirmLabel="确认退回"
      danger
      pending={pending}
      onConfirm={confirm}
    >
      <div className="space-y-4">
        {items.map((item, index) => (
          <ReturnItemFields
            key={item.id}
            no={index + 1}
            format={format}
            item={item}
            asked={asked}
            onChange={replace}
            onRemove={
              items.length > 1
                ? () => setItems(items.filter((other) => other.id !== item.id))
                : undefined
            }
          />
        ))}
        <Button size="small" onClick={() => setItems([...items, emptyItem(nextId(items))])}>
          再加一条
        </Button>
        {problem && <ProblemCallout title="没有退回" problem={problem} onReload={close} />}
      </div>
    </ConfirmDialog>
  );
}

function nextId(items: ReturnItem[]): number {
  return Math.max(...items.map((item) => item.id)) + 1;
}
