import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { formatInstant } from "@/components/ui/format-time";
import { TextField } from "@/components/ui/TextField";
import type { PendingPaper } from "@/lib/reviews/paper-offers/rules";

interface PendingPaperItemProps {
  report: SeenReport;
  paper: PendingPaper;
  onDone: (words: string) => void;
}

/** A registered paper: the second person looks at the scan and types its 校验码. */
export function PendingPaperItem({ report, paper, onDone }: PendingPaperItemProps) {
  const { send, pending, problem, forget } = useReportEvent(report);
  const [code, setCode] = useState("");
  const steps = paper.steps.join("、");

  async function confirm() {
    if (!(await send("confirm-paper", { paper: paper.id, code }))) return;
    onDone(`已确认：${steps}由${paper.signerName}线下审签通过。`);
  }

  return (
    <div className="space-y-2 text-sm">
      <p>
        {steps}由<strong>{paper.signerName}</strong>在纸上签字，{paper.byName}
        {formatInstant(new Date(paper.at))}登记，等待第二人确认。
      </p>
      <a
        href={`/api/v1/reports/${report.id}/scans/${paper.scanId}`}
        download
        className="text-primary underline underline-offset-4"
      >
        下载扫描件
      </a>
      {paper.mine ? (
        <>
          <TextField
            label="扫描件上的校验码"
            maxLength={20}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button tone="primary" pending={pending} onClick={confirm}>
            确认线下审签
          </Button>
        </>
      ) : (
        <p className="text-muted">由登记人、签字人和拟稿人以外的审核人或者发布管理员确认。</p>
      )}
      {problem && <ProblemCallout title="没有确认" problem={problem} onReload={forget} />}
    </div>
  );
}
