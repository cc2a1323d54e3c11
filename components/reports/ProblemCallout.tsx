"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";

/** A refusal, as `callApi` gives it. */
export interface Problem {
  status: number;
  reasons: string[];
}

interface ProblemCalloutProps {
  /** What was not done: 没有通过. */
  title: string;
  problem: Problem;
  /** After the page's data were asked for again. */
  onReload?: () => void;
}

/** Why the server refused, all reasons at once; what has changed meanwhile can be loaded again. */
export function ProblemCallout({ title, problem, onReload }: ProblemCalloutProps) {
  const router = useRouter();

  function reload() {
    router.refresh();
    onReload?.();
  }

  const changed = problem.status === 409;
  return (
    <Callout
      live
      tone="danger"
      title={title}
      actions={
        changed && (
          <Button size="small" onClick={reload}>
            重新载入
          </Button>
        )
      }
    >
      <ReasonList reasons={problem.reasons} />
    </Callout>
  );
}
