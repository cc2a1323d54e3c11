"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Button } from "@/components/ui/Button";
import { ReasonList } from "@/components/ui/ReasonList";

interface UrgeButtonProps {
  bureau: string;
  bureauName: string;
  year: number;
  version: number;
}

/** 催办 of a supervised bureau's report, from the table of states. */
export function UrgeButton({ bureau, bureauName, year, version }: UrgeButtonProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);

  async function urge() {
    setPending(true);
    const result = await callApi("POST", `/supervised/${bureau}/${year}/urges`, { version });
    setPending(false);
    setReasons(result.ok ? [] : result.reasons);
    router.refresh();
  }

  return (
    <>
      <Button size="small" pending={pending} onClick={urge} aria-label={`催办${bureauName}`}>
        催办
      </Button>
      {reasons.length > 0 && (
        <div role="alert" className="text-xs whitespace-normal text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
    </>
  );
}
