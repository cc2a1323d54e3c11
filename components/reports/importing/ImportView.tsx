"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiRefusal, callApi } from "@/components/reports/api-client";
import { ImportCheck } from "@/components/reports/importing/ImportCheck";
import { ImportPaste } from "@/components/reports/importing/ImportPaste";
import type { ImportedReport } from "@/components/reports/importing/imported-report";
import type { ImportAnswer } from "@/lib/reports/imports/rules";

/** 粘贴或选择文件 → 导入核对 → 存入. The text stays here until it is stored. */
export function ImportView({ report }: { report: ImportedReport }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<ApiRefusal | null>(null);

  async function send(query: string): Promise<ImportAnswer | null> {
    setPending(true);
    setRefused(null);
    const path = `/reports/${report.id}/import?${query}`;
    const result = await callApi<ImportAnswer>("POST", path, text);
    setPending(false);
    if (result.ok) return result.data;
    setRefused(result);
    return null;
  }

  async function read() {
    const found = await send("apply=false");
    if (!found) return;
    setAnswer(found);
    window.scrollTo({ top: 0 });
  }

  async function store() {
    if (!answer) return;
    const confirm = answer.questions.length ? "&confirm=true" : "";
    const stored = await send(`apply=true&version=${answer.version}${confirm}`);
    if (stored) router.push(`/desk/reports/${report.id}?imported=1`);
  }

  function back() {
    setAnswer(null);
    setRefused(null);
  }

  if (!answer) return <ImportPaste {...{ text, setText, pending, refused }} onRead={read} />;
  return <ImportCheck {...{ report, answer, pending, refused }} onStore={store} onBack={back} />;
}
