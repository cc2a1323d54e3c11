"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { callApi } from "@/components/reports/api-client";
import { adopt } from "@/components/reports/drafting/adopt";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { TextArea } from "@/components/ui/TextArea";
import { useUnsentWords } from "@/components/ui/use-unsent-words";
import type { ReturnedItem } from "@/lib/reports/drafting/rules";
import { answerWords } from "@/lib/reviews/answer-words/rules";

/** 答复 of one returned item: 采纳 or 已修改 by one press, or why it was not changed. */
export function AnswerForm({ item }: { item: ReturnedItem }) {
  const { view, draft } = useDraft();
  const router = useRouter();
  const [words, setWords] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isSending, setSending] = useState(false);
  const [isFresh, refresh] = useTransition();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useUnsentWords(words !== null && words.trim() !== "");
  const canAdopt = item.correction !== null && (item.quote !== null || item.cell !== null);
  const isAnswered = item.answer !== null && !isOpen;

  async function send(body: { kind: "DONE" | "EXPLAINED"; words?: string }) {
    setSending(true);
    const answer = await callApi("PUT", `/reports/${view.id}/items/${item.id}/answer`, body);
    setSending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setWords(null);
    setOpen(false);
    refresh(() => router.refresh());
  }

  async function takeOver() {
    const reason = adopt(item, draft);
    setRefusal(reason);
    if (reason === null) await send({ kind: "DONE" });
  }

  if (isAnswered && item.answer) {
    return (
      <p className="text-success">
        {item.answer.byName}答复：{answerWords(item.answer)}{" "}
        <Button size="small" tone="quiet" onClick={() => setOpen(true)}>
          更改答复
        </Button>
      </p>
    );
  }
  return (
    <div className="mt-1 space-y-2">
      <div className="flex flex-wrap gap-1">
        {canAdopt && (
          <Button size="small" tone="primary" disabled={isSending} onClick={takeOver}>
            采纳
          </Button>
        )}
        <Button
          size="small"
          pending={(isSending || isFresh) && words === null}
          onClick={() => send({ kind: "DONE" })}
        >
          已修改
        </Button>
        <Button
          size="small"
          tone="quiet"
          aria-expanded={words !== null}
          onClick={() => setWords(words === null ? "" : null)}
        >
          没有修改，说明情况…
        </Button>
      </div>
      {words !== null && (
        <div className="space-y-2">
          <TextArea
            label="情况说明"
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button
            size="small"
            tone="primary"
            pending={isSending}
            disabled={words.trim().length < 2}
            onClick={() => send({ kind: "EXPLAINED", words: words.trim() })}
          >
            提交答复
          </Button>
        </div>
      )}
      {refusal && (
        <p role="alert" className="text-warning">
          {refusal}
        </p>
      )}
      {problem && (
        <ProblemCallout
          title="没有答复"
          problem={problem}
          onReload={() => refresh(() => router.refresh())}
        />
      )}
    </div>
  );
}
