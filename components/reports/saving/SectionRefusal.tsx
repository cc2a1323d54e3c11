"use client";

import { useRouter } from "next/navigation";
import { useDraft, useDraftValue } from "@/components/reports/drafting/draft-context";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { ReasonList } from "@/components/ui/ReasonList";
import type { SectionKey } from "@/lib/format/format";

/** Why the server did not take a section; what was typed stays on the page. */
export function SectionRefusal({ section }: { section: SectionKey }) {
  const { draft, view } = useDraft();
  const router = useRouter();
  const state = useDraftValue(({ saveState }) => saveState(section));
  if (state.kind !== "refused") return null;
  const isSignedOut = state.code === "UNAUTHENTICATED";
  const login = `/login?${new URLSearchParams({ next: `/desk/reports/${view.id}` })}`;

  function giveUp() {
    if (!window.confirm("放弃后，这一部分没有保存的修改不能找回。确定放弃吗？")) return;
    draft.discard(section);
    // What is stored may be newer than what this window began with.
    router.refresh();
  }

  return (
    <Callout
      live
      tone="danger"
      title={isSignedOut ? "登录已失效，这一部分还没有保存" : "这一部分没有保存"}
      actions={
        <>
          {isSignedOut && (
            // A plain link: what is typed stays in this window.
            <a
              href={login}
              target="_blank"
              rel="noreferrer"
              className="self-center text-sm text-primary underline underline-offset-4"
            >
              在新窗口登录
            </a>
          )}
          <Button size="small" onClick={() => draft.retry()}>
            再次保存
          </Button>
          {!isSignedOut && (
            <Button size="small" onClick={giveUp}>
              放弃这些修改
            </Button>
          )}
        </>
      }
    >
      {isSignedOut ? (
        <p>
          您输入的内容还在页面上。请在新窗口重新登录，回到这里时会自动保存，也可以点“再次保存”。
        </p>
      ) : (
        <>
          <ReasonList reasons={state.reasons} />
          <p>您输入的内容还在页面上。</p>
        </>
      )}
    </Callout>
  );
}
