import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import type { PlanPage } from "@/components/reviews/plans/use-plan-page";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ReasonList } from "@/components/ui/ReasonList";
import { Toolbar } from "@/components/ui/Toolbar";

/** 保存草稿, 发布, 删除, and what came of it, in view wherever the person is. */
export function PlanActions({ page }: { page: PlanPage }) {
  const { view, isDirty, pending, refused, done } = page;
  const [dialog, setDialog] = useState<"publish" | "remove" | "reload" | null>(null);
  const canPublish = isDirty || view.hasDraft;

  async function askToPublish() {
    if (!isDirty || (await page.save())) setDialog("publish");
  }

  async function finish(act: () => Promise<unknown>) {
    await act();
    setDialog(null);
  }

  return (
    <div className="sticky bottom-0 z-10 border-t border-line bg-paper px-4 py-2">
      {refused && (
        <div className="mb-2 max-h-[40dvh] overflow-y-auto">
          <ProblemCallout title={refused.title} problem={refused} onReload={page.reload} />
        </div>
      )}
      <Toolbar label="保存和发布">
        <Button tone="primary" pending={pending} disabled={!isDirty} onClick={page.save}>
          保存草稿
        </Button>
        <Button pending={pending} disabled={!canPublish} onClick={askToPublish}>
          发布第 {(view.versions[0]?.no ?? 0) + 1} 版
        </Button>
        {isDirty && (
          <Button tone="quiet" onClick={() => setDialog("reload")}>
            放弃改动
          </Button>
        )}
        <p role="status" className="text-xs text-muted">
          {done || stateWords(page)}
        </p>
        {view.inUse.length === 0 && (
          <Button tone="quiet" className="ml-auto" onClick={() => setDialog("remove")}>
            删除流程
          </Button>
        )}
      </Toolbar>
      <ConfirmDialog
        open={dialog === "publish"}
        onOpenChange={() => setDialog(null)}
        title="发布新的一版？"
        description={
          <>
            <p>以后新开始的送审按这一版进行，已经送审的报告仍按原来的一版走完。</p>
            <ReasonList reasons={view.bureaus.flatMap((bureau) => bureau.warnings)} />
          </>
        }
        confirmLabel="发布"
        pending={pending}
        onConfirm={() => finish(page.publish)}
      />
      <ConfirmDialog
        open={dialog === "reload"}
        onOpenChange={() => setDialog(null)}
        title="放弃没有保存的改动？"
        description={<p>回到上次保存的内容。</p>}
        confirmLabel="放弃改动"
        danger
        pending={pending}
        onConfirm={() => finish(page.reload)}
      />
      <ConfirmDialog
        open={dialog === "remove"}
        onOpenChange={() => setDialog(null)}
        title={`删除“${view.name}”？`}
        description={<p>没有报告按它送审过，删除后不再列出。</p>}
        confirmLabel="删除"
        danger
        pending={pending}
        onConfirm={() => finish(page.remove)}
      />
    </div>
  );
}

function stateWords({ isDirty, view }: PlanPage): string {
  if (isDirty) return "改动还没有保存";
  return view.hasDraft ? "草稿已保存，还没有发布" : "和最新的一版相同";
}
