import { SubmitButton } from "@/components/ui/SubmitButton";

/** A server action, or the address that takes the POST. */
export type SignOutAction = string | (() => void | Promise<void>);

/** 退出: a form, so that no link and no prefetch can end a session. */
export function SignOutForm({ action }: { action: SignOutAction }) {
  return (
    <form action={action} data-leaves {...(typeof action === "string" ? { method: "post" } : {})}>
      <SubmitButton size="small" tone="inverse">
        退出
      </SubmitButton>
    </form>
  );
}
