"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Dialog } from "@/components/ui/Dialog";
import { ReasonList } from "@/components/ui/ReasonList";
import { SelectField } from "@/components/ui/SelectField";

/** The first year of the format that new reports take. */
const FIRST_YEAR = 2021;

interface NewReportProps {
  bureaus: { bureau: string; name: string }[];
  /** The year reported on now. */
  year: number;
  /** Years that have a report. */
  taken: number[];
}

/** 新建年度报告: bureau and year; the one that exists already is offered instead. */
export function NewReport({ bureaus, year, taken }: NewReportProps) {
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<{ reasons: string[]; existing?: string } | null>(null);

  async function create(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const fields = new FormData(event.currentTarget);
    const body = { bureau: fields.get("bureau"), year: Number(fields.get("year")), scope: "own" };
    setPending(true);
    setRefusal(null);
    const result = await callApi<{ id: string }>("POST", "/reports", body);
    if (result.ok) return router.push(`/desk/reports/${result.data.id}`);
    const { id } = result.extra;
    setRefusal({ reasons: result.reasons, ...(typeof id === "string" && { existing: id }) });
    setPending(false);
  }

  const years = Array.from({ length: year + 2 - FIRST_YEAR }, (_, index) => year + 1 - index);
  const next = [year, year + 1].find((one) => !taken.includes(one)) ?? year;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">新建年度报告</Button>}
      title="新建年度报告"
      description="每个单位每个年度一份。新建后可以粘贴已有的文稿，也可以直接填写；上年报告在这里公布过的，上年结转自动带入。"
      closeLabel="取消"
      actions={
        <Button type="submit" form={form} tone="primary" pending={pending}>
          新建
        </Button>
      }
    >
      <form id={form} onSubmit={create} className="space-y-4">
        <SelectField label="单位" name="bureau">
          {bureaus.map(({ bureau, name }) => (
            <option key={bureau} value={bureau}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="年度"
          name="year"
          defaultValue={next}
          hint="报告所反映的年份，于次年 1 月 31 日前公布。"
        >
          {years.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </SelectField>
        <p className="text-sm">
          <span className="font-bold">报告口径</span>　本机关
        </p>
        {refusal && (
          <Callout tone="danger" live>
            <ReasonList reasons={refusal.reasons} />
            {refusal.existing && (
              <Link
                href={`/desk/reports/${refusal.existing}`}
                className="text-primary underline underline-offset-4"
              >
                打开已有的报告
              </Link>
            )}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}
