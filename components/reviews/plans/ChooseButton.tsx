import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import type { PlanPage } from "@/components/reviews/plans/use-plan-page";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ReasonList } from "@/components/ui/ReasonList";
import type { PlanBureau } from "@/lib/reviews/plans/schema";

interface ChooseButtonProps {
  page: PlanPage;
  bureau: PlanBureau;
  onChosen: () => void;
}

/** 选用: says from when it holds. */
export function ChooseButton({ page, bureau, onChosen }: ChooseButtonProps) {
  const [open, setOpen] = useState(false);
  const { name, versions } = page.view;

  function change(next: boolean) {
    page.forget();
    setOpen(next);
  }

  async function confirm() {
    if (!(await page.choose(bureau.bureau))) return;
    setOpen(false);
    onChosen();
  }

  function reload() {
    change(false);
    page.reload();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      trigger={<Button size="small">选用这个流程</Button>}
      title={`选用“${name}”？`}
      description={
        <>
          <p>
            {bureau.bureauName}以后新开始的送审按第 {versions[0]?.no}
            版进行。已经送审的报告仍按原来的流程走完。
          </p>
          <ReasonList reasons={bureau.warnings} />
        </>
      }
      confirmLabel="选用"
      pending={page.pending}
      onConfirm={confirm}
    >
      {page.refused && <ProblemCallout title="没有选用" problem={page.refused} onReload={reload} />}
    </ConfirmDialog>
  );
}
