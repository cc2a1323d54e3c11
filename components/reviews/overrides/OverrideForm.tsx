import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { SelectField } from "@/components/ui/SelectField";
import { TextArea } from "@/components/ui/TextArea";
import type { OverrideOffer } from "@/lib/reviews/offers/rules";

interface OverrideFormProps {
  report: SeenReport;
  guards: OverrideOffer["guards"];
}

/** 作例外处理: which rule, and why; only what the plan allows, by whom it names. */
export function OverrideForm({ report, guards }: OverrideFormProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);
  const guard = guards.length === 1 ? (guards[0]?.key ?? "") : chosen;

  async function confirm() {
    setAsked(true);
    if (!guard || !reason.trim() || !(await send("override", { guard, reason }))) return;
    setReason("");
    setChosen("");
    setAsked(false);
    setOpen(false);
  }

  function change(next: boolean) {
    forget();
    setOpen(next);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      trigger={<Button>作例外处理</Button>}
      title="作例外处理"
      description={
        <p>
          只对这份报告生效，到发布为止。以您的名义记入历史记录和审校单，第二人确认以前一直标明“等待第二人确认”。
        </p>
      }
      confirmLabel="作例外处理"
      danger
      pending={pending}
      onConfirm={confirm}
    >
      <SelectField
        label="规则"
        value={guard}
        error={asked && !guard ? "请选择对哪一条规则作例外处理" : undefined}
        onChange={(event) => setChosen(event.target.value)}
      >
        {guards.length > 1 && <option value="">请选择</option>}
        {guards.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="理由"
        rows={3}
        maxLength={2000}
        value={reason}
        error={asked && !reason.trim() ? "请写明理由" : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <ProblemCallout title="没有处理" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
