"use client";

import { useEffect, useState } from "react";
import { PUBLISHED } from "@/components/publications/published";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { TextArea } from "@/components/ui/TextArea";
import { shortHash } from "@/lib/format/short-hash";

interface PublishFormProps {
  report: SeenReport;
  /** Where anybody will read it. */
  address: string;
  /** Not the first version: the public is told what changed. */
  noteNeeded: boolean;
}

/** 发布, after a question that names what will happen. */
export function PublishForm({ report, address, noteNeeded }: PublishFormProps) {
  const [open, setOpen] = useState(false);
  const [changeNote, setChangeNote] = useState("");
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);

  // Once published this form is gone: a keyboard goes on from what came of it.
  useEffect(() => () => document.getElementById(PUBLISHED)?.focus(), []);

  const noteMissing = noteNeeded && !changeNote.trim();

  function ask() {
    setAsked(true);
    if (!noteMissing) setOpen(true);
  }

  function change(next: boolean) {
    forget();
    setOpen(next);
  }

  async function confirm() {
    if (await send("publish", noteNeeded ? { changeNote } : {})) setOpen(false);
  }

  return (
    <div className="space-y-3">
      {noteNeeded && (
        <TextArea
          label="更正说明"
          hint="与报告一起公开：这一版改了什么。"
          rows={3}
          maxLength={2000}
          required
          value={changeNote}
          error={asked && noteMissing ? "请写明这一版改了什么" : undefined}
          onChange={(event) => setChangeNote(event.target.value)}
        />
      )}
      <Button tone="primary" className="w-full" onClick={ask}>
        发布
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={change}
        title="发布这份年度报告？"
        description={
          <>
            <p>发布后任何人都能在 {address} 看到；发布时间由服务器记录，不能更改。</p>
            <p>校验码 {shortHash(report.contentHash)}，公开页、PDF 和 JSON 文件同时生成并保存。</p>
          </>
        }
        confirmLabel="确认发布"
        pending={pending}
        onConfirm={confirm}
      >
        {problem && (
          <ProblemCallout title="没有发布" problem={problem} onReload={() => change(false)} />
        )}
      </ConfirmDialog>
    </div>
  );
}
