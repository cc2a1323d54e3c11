"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";

interface RestoreButtonProps {
  /** The version is the one that the person sees. */
  report: { id: string; version: number };
  /** 第 no 稿. */
  no: number;
}

/** 恢复: brings an older 稿 back as a new one. */
export function RestoreButton({ report, no }: RestoreButtonProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function restore() {
    setPending(true);
    const { id, version } = report;
    const answer = await callApi("POST", `/reports/${id}/revisions/${no}/restoration`, { version });
    setPending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setOpen(false);
    router.push(`/desk/reports/${id}/history`);
    router.refresh();
  }

  function change(open: boolean) {
    setOpen(open);
    setProblem(null);
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={change}
      trigger={
        <Button size="small" tone="quiet" aria-label={`恢复第 ${no} 稿`}>
          恢复
        </Button>
      }
      title={`恢复第 ${no} 稿`}
      description={
        <p>
          第 {no}{" "}
          稿的内容成为新的一稿，现在的文稿先留存，随时可以再恢复。退回修改时只恢复退回的部分。
        </p>
      }
      confirmLabel="恢复这一稿"
      pending={pending}
      onConfirm={restore}
    >
      {problem && (
        <ProblemCallout title="没有恢复" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
