"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import type { DelegationItem } from "@/lib/reviews/delegations/schema";

/** 撤销代理, which ends it at once. */
export function RevokeButton({ item }: { item: DelegationItem }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const names = `${item.principal.name}由${item.deputy.name}代理`;

  async function revoke() {
    setPending(true);
    const answer = await callApi("PUT", `/delegations/${item.id}/revocation`);
    setPending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={`撤销代理：${names}`}>
          撤销
        </Button>
      }
      title="撤销代理？"
      description={<p>{names}的安排立即结束。代理期间已经签署的意见仍然有效。</p>}
      confirmLabel="撤销代理"
      danger
      pending={pending}
      onConfirm={revoke}
    >
      {problem && (
        <ProblemCallout title="没有撤销" problem={problem} onReload={() => setOpen(false)} />
      )}
    </ConfirmDialog>
  );
}
