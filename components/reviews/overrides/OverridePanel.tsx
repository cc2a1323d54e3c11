"use client";

import type { SeenReport } from "@/components/reports/use-report-event";
import { ConfirmOverride } from "@/components/reviews/overrides/ConfirmOverride";
import { OverrideForm } from "@/components/reviews/overrides/OverrideForm";
import { OverrideList } from "@/components/reviews/overrides/OverrideList";
import { Panel } from "@/components/ui/Panel";
import type { OverrideOffer } from "@/lib/reviews/offers/rules";

interface OverridePanelProps {
  report: SeenReport;
  offer: OverrideOffer;
}

/** 例外: what was passed by, who confirms it, and for whom the plan names the way to make one. */
export function OverridePanel({ report, offer }: OverridePanelProps) {
  const { marks, guards } = offer;
  if (marks.length === 0 && guards.length === 0) return null;
  return (
    <Panel title="例外处理">
      <div className="space-y-4">
        {marks.length > 0 && (
          <OverrideList
            marks={marks}
            action={(mark) => mark.canConfirm && <ConfirmOverride report={report} mark={mark} />}
          />
        )}
        {guards.length > 0 && <OverrideForm report={report} guards={guards} />}
      </div>
    </Panel>
  );
}
