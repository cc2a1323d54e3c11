import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { OverrideMark } from "@/lib/reviews/overrides/rules";

interface ConfirmOverrideProps {
  report: SeenReport;
  mark: OverrideMark;
}

/** 确认例外: a second person stands by it under his own name. */
export function ConfirmOverride({ report, mark }: ConfirmOverrideProps) {
  const [open, setOpen] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);

  async function confirm() {
    if (await send("confirm", { override: mark.id })) setOpen(false);
  }

  function change(next: boolean) {
    forget();
    setOpen(next);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      trigger={<Button size="small">确认例外</Button>}
      title="确认例外？"
      description={
        <>
          <p>
            {mark.byName}对“{mark.label}”作了例外处理，理由：{mark.reason}
          </p>
          <p>您以本人名义确认这一例外，确认后不能撤回。</p>
        </>
      }
      confirmLabel="确认例外"
      pending={pending}
      onConfirm={confirm}
    >
      {problem && (
        <ProblemCallout title="没有确认" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
