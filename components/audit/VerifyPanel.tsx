"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";
import type { Verification } from "@/lib/audit/rules";

/** 核验: walks every row of every chain; that it was done becomes a fact of its own. */
export function VerifyPanel() {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [result, setResult] = useState<Verification | null>(null);
  const [reasons, setReasons] = useState<string[]>([]);

  async function verify() {
    setPending(true);
    setReasons([]);
    setResult(null);
    const answer = await callApi<Verification>("POST", "/audit/verify");
    if (answer.ok) {
      setResult(answer.data);
      router.refresh();
    } else setReasons(answer.reasons);
    setPending(false);
  }

  return (
    <Panel className="mb-4">
      <div id="verify" className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <p className="min-w-0 flex-1 basis-72 text-sm">
          逐条重算全部日志的校验值，核对前后衔接和每小时的锚定。核验本身也会记入日志。
        </p>
        <Button tone="primary" pending={pending} onClick={verify}>
          核验全部日志
        </Button>
      </div>
      {(result || reasons.length > 0) && (
        <div className="mt-3">
          {result && <Outcome result={result} />}
          {reasons.length > 0 && (
            <Callout tone="danger" live title="核验没有完成">
              <ReasonList reasons={reasons} />
            </Callout>
          )}
        </div>
      )}
    </Panel>
  );
}

function Outcome({ result: { chains, rows, faults } }: { result: Verification }) {
  const walked = `已核验 ${chains} 条链、${rows} 条记录`;
  if (faults.length === 0) {
    return <Callout tone="success" live title={`${walked}：全部衔接，未发现改动`} />;
  }
  return (
    <Callout tone="danger" live title={`${walked}，发现 ${faults.length} 处问题`}>
      <ReasonList reasons={[...new Set(faults.map((fault) => fault.message))]} />
      <p className="mt-2">请保留数据库现状，立即报告安全管理员，并与最近的备份比对。</p>
    </Callout>
  );
}
