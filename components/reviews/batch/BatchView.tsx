"use client";

import { useState } from "react";
import { EmptyState } from "@/components/layout/EmptyState";
import { BatchForm } from "@/components/reviews/batch/BatchForm";
import { BatchResults, type NamedResult } from "@/components/reviews/batch/BatchResults";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import type { BatchGroup } from "@/lib/reviews/batches/schema";

interface BatchViewProps {
  groups: BatchGroup[];
  /** Waiting reports beyond those shown. */
  left: number;
}

/** 一并通过: what asks for the same ticks stands together, and every report gets its own answer. */
export function BatchView({ groups, left }: BatchViewProps) {
  const [results, setResults] = useState<NamedResult[]>([]);
  return (
    <div className="space-y-4">
      <BatchResults results={results} />
      {groups.length === 0 && (
        <Panel>
          <EmptyState
            title="没有可以一并通过的报告"
            next="等待您审核的报告会列在这里。改动确认要逐份看过，不在其中。"
          />
        </Panel>
      )}
      {groups.map((group) => (
        <BatchForm
          key={JSON.stringify(group.checklist)}
          group={group}
          onDone={(news) => setResults(news)}
        />
      ))}
      {left > 0 && <Callout>还有 {left} 份在等待，先办完这里的，再继续。</Callout>}
    </div>
  );
}
