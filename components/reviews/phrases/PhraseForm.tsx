"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/TextField";

/** Adds a 常用意见: one's own, or a bureau's. */
export function PhraseForm({ bureau }: { bureau?: string }) {
  const router = useRouter();
  const [words, setWords] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (pending || words.trim() === "") return;
    setPending(true);
    const answer = await callApi("POST", "/phrases", { words, ...(bureau && { bureau }) });
    setPending(false);
    setProblem(answer.ok ? null : answer);
    if (!answer.ok) return;
    setWords("");
    router.refresh();
  }

  return (
    <form onSubmit={add} className="mt-3 space-y-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            label={bureau ? "加一条本单位的常用意见" : "加一条我的常用意见"}
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        <Button type="submit" pending={pending} disabled={words.trim() === ""}>
          添加
        </Button>
      </div>
      {problem && (
        <ProblemCallout title="没有添加" problem={problem} onReload={() => setProblem(null)} />
      )}
    </form>
  );
}
