"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";

/** Takes a 常用意见 away; what was written with it stays. */
export function RemovePhraseButton({ id, words }: { id: string; words: string }) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function remove() {
    setPending(true);
    const answer = await callApi("DELETE", `/phrases/${id}`);
    setPending(false);
    setProblem(answer.ok ? null : answer);
    router.refresh();
  }

  return (
    <div className="max-w-sm">
      <Button size="small" tone="quiet" pending={pending} onClick={remove}>
        删去<span className="sr-only">{words}</span>
      </Button>
      {problem && (
        <ProblemCallout title="没有删去" problem={problem} onReload={() => setProblem(null)} />
      )}
    </div>
  );
}
