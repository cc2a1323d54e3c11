"use client";

import { type FormEvent, useRef } from "react";
import { SubmitButton } from "@/components/ui/SubmitButton";

const NOT_OUT = "没有退出：没有连上服务器，或者浏览器里留下的内容没能清除。请检查网络后再试。";

/** A server action, or the address that takes the POST. */
export type SignOutAction = string | (() => void | Promise<void>);

/**
 * 退出: a form, so that no link and no prefetch can end a session. What the account left unsaved
 * in this browser goes first.
 */
export function SignOutForm({ action }: { action: SignOutAction }) {
  const isCleared = useRef(false);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (isCleared.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    isCleared.current = await clear();
    if (isCleared.current) form.requestSubmit();
  }

  return (
    <form
      action={action}
      data-leaves
      onSubmit={onSubmit}
      {...(typeof action === "string" ? { method: "post" } : {})}
    >
      <SubmitButton size="small" tone="inverse">
        退出
      </SubmitButton>
    </form>
  );
}

async function clear(): Promise<boolean> {
  try {
    const { clearKept } = await import("@/components/reports/saving/clear-kept");
    return await clearKept();
  } catch {
    window.alert(NOT_OUT);
    return false;
  }
}
