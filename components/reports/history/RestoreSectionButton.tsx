"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { sectionId } from "@/components/reports/drafting/place";
import { type Problem, ProblemCallout } from "@/components/reports/ProblemCallout";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";

/** Which older text: as the API takes it, with the version of the section that the person sees. */
type OldText = { version: number } & (
  | { by: string; slot: string }
  | { clash: string; text: "stored" | "refused" }
);

interface RestoreSectionButtonProps {
  reportId: string;
  section: string;
  /** 表三. */
  word: string;
  old: OldText;
  /** Names the button where several stand beside each other. */
  label: string;
}

/** 恢复 of one section; leads back to the form, where the text now stands. */
export function RestoreSectionButton(props: RestoreSectionButtonProps) {
  const { reportId, section, word, old, label } = props;
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function restore() {
    setPending(true);
    const path = `/reports/${reportId}/sections/${section}/restoration`;
    const answer = await callApi("POST", path, old);
    setPending(false);
    setProblem(answer.ok ? null : answer);
    if (answer.ok) router.push(`/desk/reports/${reportId}#${sectionId(section)}`);
  }

  function change(open: boolean) {
    setOpen(open);
    setProblem(null);
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={change}
      trigger={<Button size="small">{label}</Button>}
      title={`恢复“${word}”`}
      description={<p>这份内容成为新的一稿，现在的文稿先留存，随时可以再恢复。</p>}
      confirmLabel="恢复这一部分"
      pending={pending}
      onConfirm={restore}
    >
      {problem && (
        <ProblemCallout title="没有恢复" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}
