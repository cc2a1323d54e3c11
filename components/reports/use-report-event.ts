import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import type { Problem } from "@/components/reports/ProblemCallout";

/** The report as the person sees it: what he decides about is named in the request. */
export interface SeenReport {
  id: string;
  version: number;
  contentHash: string;
}

/** 送审 and 撤回 judge no text: the version says enough. */
type ReportToMove = Omit<SeenReport, "contentHash"> & Partial<SeenReport>;

/** Sends an event of a report; on success the page's data are loaded again. */
export function useReportEvent({ id, version, contentHash }: ReportToMove) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function send(event: string, fields: Record<string, unknown>): Promise<boolean> {
    setPending(true);
    setProblem(null);
    const body = { event, version, contentHash, ...fields };
    const result = await callApi("POST", `/reports/${id}/events`, body);
    setPending(false);
    if (!result.ok) {
      setProblem(result);
      return false;
    }
    router.refresh();
    return true;
  }

  return { send, pending, problem, forget: () => setProblem(null) };
}
