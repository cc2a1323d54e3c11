"use client";

import { useState } from "react";
import { ExplainForm } from "@/components/reports/findings/ExplainForm";
import { FindingText } from "@/components/reports/findings/FindingItem";
import { Button } from "@/components/ui/Button";
import { Disclosure } from "@/components/ui/Disclosure";
import type { ExplainedFinding } from "@/lib/reports/findings/rules";

interface WarningListProps {
  findings: ExplainedFinding[];
  canExplain: boolean;
}

/** Warnings: each takes a reason, several at once by their boxes; the explained ones are folded. */
export function WarningList({ findings, canExplain }: WarningListProps) {
  const [chosen, setChosen] = useState<string[]>([]);
  const open = findings.filter((finding) => !finding.explanation);
  const explained = findings.filter((finding) => finding.explanation);
  const marked = open.map((f) => f.fingerprint).filter((name) => chosen.includes(name));

  function toggle(name: string) {
    setChosen(marked.includes(name) ? marked.filter((n) => n !== name) : [...marked, name]);
  }

  return (
    <div className="space-y-3">
      <ul className="space-y-3">
        {open.map((finding) => (
          <li key={finding.fingerprint} className="flex gap-2">
            {canExplain && open.length > 1 && (
              <input
                type="checkbox"
                aria-label={`选择：${finding.message}`}
                checked={marked.includes(finding.fingerprint)}
                onChange={() => toggle(finding.fingerprint)}
                className="mt-1 size-4 shrink-0"
              />
            )}
            <div className="min-w-0">
              <FindingText finding={finding} />
              {canExplain && marked.length === 0 && (
                <ExplainForm fingerprints={[finding.fingerprint]} onDone={() => setChosen([])} />
              )}
            </div>
          </li>
        ))}
      </ul>
      {canExplain && open.length > 1 && (
        <div className="rounded-sm border border-line bg-ground p-2">
          {marked.length === 0 ? (
            <Button
              size="small"
              tone="quiet"
              onClick={() => setChosen(open.map((finding) => finding.fingerprint))}
            >
              全选，一并说明
            </Button>
          ) : (
            <>
              <p className="text-xs text-muted">已选 {marked.length} 项，一并说明：</p>
              <ExplainForm fingerprints={marked} onDone={() => setChosen([])} />
            </>
          )}
        </div>
      )}
      {explained.length > 0 && (
        <Disclosure summary={`已作说明 ${explained.length} 项`}>
          <ul className="space-y-3">
            {explained.map((finding) => (
              <li key={finding.fingerprint}>
                <FindingText finding={finding} />
                <p className="text-xs">
                  情况说明：{finding.explanation?.reason}（{finding.explanation?.byName}）
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
