"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";

interface OpenReportButtonProps {
  bureau: string;
  year: number;
  label: string;
}

/** Opens the blank report of a year and goes to it; one that somebody else opened meanwhile too. */
export function OpenReportButton({ bureau, year, label }: OpenReportButtonProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);

  async function open() {
    setPending(true);
    const body = { bureau, year, scope: "own" };
    const result = await callApi<{ id: string }>("POST", "/reports", body);
    const id = result.ok ? result.data.id : result.extra.id;
    if (typeof id === "string") return router.push(`/desk/reports/${id}`);
    if (!result.ok) setReasons(result.reasons);
    setPending(false);
  }

  return (
    <>
      <Button tone="primary" pending={pending} onClick={open}>
        {label}
      </Button>
      {reasons.length > 0 && (
        <Callout tone="danger" live>
          <ReasonList reasons={reasons} />
        </Callout>
      )}
    </>
  );
}
