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
  const signedOut = problem.status === 401;
  return (
    <Callout
      live
      tone="danger"
      title={problem.status === 0 ? "没有收到回答" : title}
      actions={
        (changed || signedOut) && (
          <>
            {changed && (
              <Button size="small" onClick={reload}>
                重新载入
              </Button>
            )}
            {signedOut && (
              // A window of its own: what is typed stays in this one.
              <a
                href="/login"
                target="_blank"
                rel="noreferrer"
                className="text-sm text-primary underline underline-offset-4"
              >
                在新窗口重新登录，再回到这里重试
              </a>
            )}
          </>
        )
      }
    >
      <ReasonList reasons={problem.reasons} />
    </Callout>
  );
}
