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
  /** 差错 at their places, which go along. */
  errors: Record<string, unknown>[];
}

/** 退回修改: what is to be put right, place by place; what was typed stays when it is closed. */
export function ReturnDialog(props: ReturnDialogProps) {
  const { open, onClose, report, format, offer, fields, errors } = props;
  const [items, setItems] = useState<ReturnItem[]>([emptyItem(0)]);
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);
  // Where 差错 say what to put right, nothing else need be written.
  const opinions = errors.length ? items.filter((item) => item.section || item.words) : items;
  useUnsentWords(items.some((item) => item.words.trim() !== ""));

  async function confirm() {
    setAsked(true);
    if (opinions.some((item) => !item.section || !item.words.trim())) return;
    const sent = opinions.map(({ section, cell, words }) => ({
      section,
      cell: cell || null,
      words,
    }));
    if (!(await send("return", { ...fields, items: [...errors, ...sent] }))) return;
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
        {errors.length > 0 && (
          <p className="text-sm">
            记下的差错 {errors.length} 处一并退回；没有别的意见，下面可以不填。
          </p>
        )}
        {items.map((item, index) => (
          <ReturnItemFields
            key={item.id}
            no={index + 1}
            format={format}
            item={item}
            asked={asked && opinions.includes(item)}
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
