"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { FindingText } from "@/components/reports/findings/FindingItem";
import { useFindings } from "@/components/reports/findings/findings-context";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useReportEvent } from "@/components/reports/use-report-event";
import { Callout } from "@/components/ui/Callout";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { ReasonList } from "@/components/ui/ReasonList";
import { Spinner } from "@/components/ui/Spinner";
import { isOpen } from "@/lib/reports/completion/rules";
import type { LevelAhead } from "@/lib/reports/drafting/rules";

interface SubmitDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** 送审: saves first, then shows what stands against it and who is next on each level. */
export function SubmitDialog({ open, onOpenChange }: SubmitDialogProps) {
  const { draft, view } = useDraft();
  const { findings } = useFindings();
  const router = useRouter();
  const [stored, setStored] = useState<boolean | null>(null);
  const [isFresh, refresh] = useTransition();
  const { id, version } = view;
  // What was typed behind the dialog's back, by another window, goes first: then the version differs.
  const { send, pending, problem, forget } = useReportEvent({ id, version });
  const saving = useDraftValue((d) => d.saving());
  const problems = findings.filter(isOpen);

  useEffect(() => {
    if (!open) return;
    let isCurrent = true;
    setStored(null);
    void draft.flush().then((all) => {
      if (!isCurrent) return;
      setStored(all);
      if (all) refresh(() => router.refresh());
    });
    return () => {
      isCurrent = false;
    };
  }, [open, draft, router]);

  function change(next: boolean) {
    forget();
    onOpenChange(next);
  }

  async function submit() {
    if (await send("submit", {})) change(false);
  }

  const isReady = stored === true && !isFresh;
  const isRefused = problems.length > 0 || view.missing.length > 0;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      title={`送审${view.bureauName} ${view.identity.year} 年度报告`}
      description={<p>送审后开始逐级审核，审核期间内容不能修改；审核人签署意见前可以撤回。</p>}
      confirmLabel="确认送审"
      confirmDisabled={!isReady || isRefused}
      pending={pending}
      onConfirm={submit}
    >
      {stored === null && (
        <p role="status" className="flex items-center gap-2 text-sm">
          <Spinner />
          {saving === "offline" ? "网络没有连上，联网保存后才能送审。" : "正在保存…"}
        </p>
      )}
      {stored === false && (
        <Callout live tone="danger" title="还有内容没有保存，不能送审">
          <p>请关闭本窗口，处理标有“没有保存”的部分，再送审。</p>
        </Callout>
      )}
      {problems.length > 0 && (
        <Callout live tone="danger" title={`还有 ${problems.length} 项需要处理，不能送审`}>
          <ul className="mt-1 space-y-2">
            {problems.map((finding) => (
              <li key={finding.fingerprint}>
                <p className="text-xs font-bold">
                  {finding.tier === "block" ? "必须修改" : "需作说明"}
                </p>
                <FindingText finding={finding} onGo={() => change(false)} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {isReady && view.missing.length > 0 && (
        <Callout live tone="danger" title="有的环节没有人能承担">
          <ReasonList reasons={view.missing} />
        </Callout>
      )}
      {isReady && <LevelList levels={view.levels} />}
      {problem && (
        <ProblemCallout title="没有送审" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}

/** Who is next on each level. */
function LevelList({ levels }: { levels: LevelAhead[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line text-sm" aria-label="审核环节">
      {levels.map(({ label, steps, passed }) => (
        <li key={label} className="grid gap-x-4 py-1.5 sm:grid-cols-[10rem_1fr]">
          <p className="font-bold">{label}</p>
          {passed ? (
            <p className="text-success">已通过，内容未变，不再审</p>
          ) : (
            <ul>
              {steps.map((step) => (
                <li key={step.label} className={step.names.length ? undefined : "text-danger"}>
                  <span className="text-muted">{step.label}：</span>
                  {step.names.join("、") || "没有人能承担"}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
