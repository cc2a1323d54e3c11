import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import type { NamedResult } from "@/components/reviews/batch/BatchResults";
import { titleOf } from "@/components/reviews/batch/BatchRow";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { shortHash } from "@/lib/format/short-hash";
import type { BatchItem, BatchResult } from "@/lib/reviews/batches/schema";

interface BatchDialogProps {
  open: boolean;
  onClose: () => void;
  items: BatchItem[];
  judgement: { opinion: string; checklist: string[] };
  onDone: (results: NamedResult[]) => void;
}

/** Names every text that is signed; what became of each is the answer. */
export function BatchDialog({ open, onClose, items, judgement, onDone }: BatchDialogProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function confirm() {
    setPending(true);
    setProblem(null);
    const sent = items.map(({ report, version, contentHash, steps }) => ({
      report,
      version,
      contentHash,
      steps: steps.map((step) => step.key),
      ...judgement,
    }));
    const answer = await callApi<{ results: BatchResult[] }>("POST", "/reviews/decisions", {
      items: sent,
    });
    setPending(false);
    if (!answer.ok) return setProblem(answer);
    router.refresh();
    const named = new Map(items.map((item) => [item.report, titleOf(item)]));
    onDone(answer.data.results.map((r) => ({ ...r, title: named.get(r.report) ?? r.report })));
  }

  function close() {
    setProblem(null);
    onClose();
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={`一并通过 ${items.length} 份？`}
      description={
        <>
          <p>您将以本人名义通过以下文稿。办理时已有变化的不会通过，会逐份告诉您。</p>
          <ul className="list-disc pl-5">
            {items.map((item) => (
              <li key={item.report}>
                {titleOf(item)}：{item.steps.map((step) => step.label).join("、")}，第{" "}
                {item.revisionNo} 稿，校验码 {shortHash(item.contentHash)}
              </li>
            ))}
          </ul>
        </>
      }
      confirmLabel="确认一并通过"
      pending={pending}
      onConfirm={confirm}
    >
      {problem && <ProblemCallout title="没有通过" problem={problem} onReload={close} />}
    </ConfirmDialog>
  );
}
