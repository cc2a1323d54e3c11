import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import type { Problem } from "@/components/reports/ProblemCallout";
import type { DelegationInput } from "@/lib/reviews/delegations/schema";

/** Sends a new 代理; on success the page's data are loaded again. */
export function useDelegate() {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState(false);

  async function send(input: DelegationInput): Promise<boolean> {
    setPending(true);
    const answer = await callApi("POST", "/delegations", input);
    setPending(false);
    setProblem(answer.ok ? null : answer);
    setDone(answer.ok);
    if (answer.ok) router.refresh();
    return answer.ok;
  }

  return { send, pending, problem, done };
}
