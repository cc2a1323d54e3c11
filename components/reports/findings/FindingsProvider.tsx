"use client";

import { type ReactNode, startTransition, useEffect, useMemo, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { FindingsContext } from "@/components/reports/findings/findings-context";
import { runChecks } from "@/lib/checks/evaluator";
import type { ExplanationFact } from "@/lib/reports/findings/rules";

/** A moment after the last key: checks never stand between a key and its letter. */
const PAUSE_MS = 300;

const UNSAVED = "还有内容没有保存到服务器，请先处理未保存的内容，再填写情况说明。";

/** Runs the checks over the text as it stands in this window, with what was explained. */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const { draft, format, view } = useDraft();
  const { identity, register, lastYear, statement, source } = view;
  const [sections, setSections] = useState(draft.sections);
  const [given, setGiven] = useState<ExplanationFact[]>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const check = () => startTransition(() => setSections(draft.sections()));
    const unsubscribe = draft.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [draft]);

  const found = useMemo(
    () => runChecks({ identity, format, sections, register, lastYear, statement, source }),
    [identity, format, sections, register, lastYear, statement, source],
  );

  const scene = useMemo(() => {
    const known = [...view.explanations, ...given];
    const byFingerprint = new Map(known.map((fact) => [fact.fingerprint, fact]));
    async function explain(fingerprints: string[], reason: string): Promise<string[]> {
      if (!(await draft.flush())) return [UNSAVED];
      const body = { fingerprints, reason };
      const answer = await callApi("PUT", `/reports/${view.id}/findings`, body);
      if (!answer.ok) return answer.reasons;
      const fact = { reason, byName: view.actorName, at: new Date().toISOString() };
      setGiven((before) => [...before, ...fingerprints.map((f) => ({ fingerprint: f, ...fact }))]);
      return [];
    }
    const explanationOf = (fingerprint: string) => byFingerprint.get(fingerprint) ?? null;
    const findings = found.map((f) => ({ ...f, explanation: explanationOf(f.fingerprint) }));
    return { findings, explain };
  }, [found, given, view.explanations, view.id, view.actorName, draft]);

  return <FindingsContext value={scene}>{children}</FindingsContext>;
}
