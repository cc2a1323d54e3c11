"use client";

import { useState } from "react";
import type { SeenReport } from "@/components/reports/use-report-event";
import { PaperForm } from "@/components/reviews/papers/PaperForm";
import { PendingPaperItem } from "@/components/reviews/papers/PendingPaperItem";
import { buttonStyle } from "@/components/ui/button-style";
import { Callout } from "@/components/ui/Callout";
import { Disclosure } from "@/components/ui/Disclosure";
import { Panel } from "@/components/ui/Panel";
import type { PaperOffer } from "@/lib/reviews/paper-offers/rules";

interface PaperPanelProps {
  report: SeenReport;
  offer: PaperOffer;
}

/** 线下审签: the sheet to print, what was signed on it, and who confirms that. */
export function PaperPanel({ report, offer }: PaperPanelProps) {
  const { signers, pending } = offer;
  const [done, setDone] = useState<string | null>(null);
  if (!signers.length && !pending.length && !done) return null;
  return (
    <Panel title="线下审签">
      <div className="space-y-4">
        {done && (
          <Callout live tone="success">
            {done}
          </Callout>
        )}
        {pending.map((paper) => (
          <PendingPaperItem key={paper.id} report={report} paper={paper} onDone={setDone} />
        ))}
        {signers.length > 0 && (
          <>
            {/* A download is a fact in the log: a plain link, which nothing fetches ahead. */}
            <a
              href={`/api/v1/reports/${report.id}/files/sign-sheet.pdf`}
              download
              className={buttonStyle("secondary", "small")}
            >
              下载审签单
            </a>
            <Disclosure summary="登记签过字的审签单">
              <PaperForm
                key={report.contentHash}
                report={report}
                signers={signers}
                onDone={setDone}
              />
            </Disclosure>
          </>
        )}
      </div>
    </Panel>
  );
}
