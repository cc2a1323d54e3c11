"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Panel } from "@/components/ui/Panel";
import { TextField } from "@/components/ui/TextField";

interface NameFormProps {
  /** The version is the one that the person sees. */
  report: { id: string; version: number };
}

/** 命名留存: keeps the text as it stands as a 稿 with a name. */
export function NameForm({ report }: NameFormProps) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [kept, setKept] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    if (pending || name.trim() === "") return;
    setPending(true);
    setKept("");
    const body = { name: name.trim(), version: report.version };
    const answer = await callApi<{ no: number }>("POST", `/reports/${report.id}/revisions`, body);
    setPending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setKept(`现在的文稿已留存为第 ${answer.data.no} 稿“${body.name}”。`);
    setName("");
    router.refresh();
  }

  return (
    <Panel title="命名留存">
      <div className="space-y-3">
        <form onSubmit={keep} className="flex flex-wrap items-end gap-3">
          <TextField
            label="名称"
            placeholder="如：局长办公会前"
            maxLength={50}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" pending={pending} disabled={name.trim() === ""}>
            留存现在的文稿
          </Button>
        </form>
        {problem && (
          <ProblemCallout title="没有留存" problem={problem} onReload={() => setProblem(null)} />
        )}
        {kept && (
          <Callout live tone="success">
            {kept}
          </Callout>
        )}
      </div>
    </Panel>
  );
}
