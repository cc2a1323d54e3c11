import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { ChecklistFields } from "@/components/reviews/ChecklistFields";
import { Button } from "@/components/ui/Button";
import { SelectField } from "@/components/ui/SelectField";
import { TextArea } from "@/components/ui/TextArea";
import { TextField } from "@/components/ui/TextField";
import type { PaperSigner } from "@/lib/reviews/paper-offers/rules";

interface PaperFormProps {
  report: SeenReport;
  signers: PaperSigner[];
  onDone: (words: string) => void;
}

/** 登记线下审签: the scan, who signed it, and what stands on it. */
export function PaperForm({ report, signers, onDone }: PaperFormProps) {
  const { send, pending, problem, forget } = useReportEvent(report);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [signerId, setSignerId] = useState("");
  const [code, setCode] = useState("");
  const [opinion, setOpinion] = useState("");
  const [ticked, setTicked] = useState<string[]>([]);
  const [file, setFile] = useState<File | null>(null);
  const [sending, setSending] = useState(false);
  const signer = signers.find((one) => one.id === signerId);
  const fault = refused ?? problem;

  async function register() {
    if (!signer || !file) {
      const reasons = [signer ? "请选择扫描件。" : "请选择在纸上签字的人。"];
      return setRefused({ status: 422, reasons });
    }
    setRefused(null);
    setSending(true);
    const stored = await callApi<{ id: string }>("POST", `/reports/${report.id}/scans`, file);
    setSending(false);
    if (!stored.ok) return setRefused(stored);
    const steps = signer.steps.map((step) => step.key);
    const fields = { steps, signer: signerId, code, opinion, checklist: ticked };
    if (!(await send("sign-paper", { ...fields, scan: stored.data.id }))) return;
    onDone("已登记，等待第二人确认；确认以前不算通过。");
  }

  function reload() {
    forget();
    setRefused(null);
  }

  return (
    <div className="space-y-3 text-sm">
      <SelectField
        label="签字人"
        value={signerId}
        onChange={(event) => {
          setSignerId(event.target.value);
          setTicked([]);
        }}
      >
        <option value="">请选择</option>
        {signers.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}（{one.steps.map((step) => step.label).join("、")}）
          </option>
        ))}
      </SelectField>
      <TextField
        label="审签单上的校验码"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {signer && (
        <ChecklistFields
          groups={signer.checklist}
          ticked={ticked}
          onChange={setTicked}
          missing={[]}
        />
      )}
      <TextArea
        label="审签单上的意见"
        rows={2}
        maxLength={2000}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      <label className="block">
        <span className="mb-1 block">扫描件（PDF、JPG、PNG，不超过 10 MB）</span>
        <input
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          className="max-w-full"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      <Button tone="primary" pending={sending || pending} onClick={register}>
        登记线下审签
      </Button>
      {fault && <ProblemCallout title="没有登记" problem={fault} onReload={reload} />}
    </div>
  );
}
