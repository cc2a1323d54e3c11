"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";

interface NewPlanProps {
  bureaus: { bureau: string; name: string }[];
  plans: { id: string; name: string }[];
}

/** 复制流程: the start of a bureau's own. */
export function NewPlan({ bureaus, plans }: NewPlanProps) {
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const body = Object.fromEntries(new FormData(event.currentTarget));
    setPending(true);
    setProblem(null);
    const result = await callApi<{ id: string }>("POST", "/plans", body);
    if (result.ok) return router.push(`/desk/plans/${result.data.id}`);
    setProblem(result);
    setPending(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">复制流程</Button>}
      title="复制流程"
      description="复制一个流程，按本单位的情况修改，发布以后选用。"
      closeLabel="取消"
      actions={
        <Button type="submit" form={form} tone="primary" pending={pending}>
          复制
        </Button>
      }
    >
      <form id={form} onSubmit={create} className="space-y-4">
        <SelectField label="复制哪一个" name="from">
          {plans.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="单位" name="bureau">
          {bureaus.map(({ bureau, name }) => (
            <option key={bureau} value={bureau}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label="新流程的名称" name="name" maxLength={30} required />
        {problem && (
          <ProblemCallout title="没有复制" problem={problem} onReload={() => setProblem(null)} />
        )}
      </form>
    </Dialog>
  );
}
