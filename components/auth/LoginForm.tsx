"use client";

import { useActionState } from "react";
import { SubmitButton } from "@/components/ui/SubmitButton";
import { TextField } from "@/components/ui/TextField";
import { signIn } from "@/lib/auth/actions";

/** Account and password; also sent before the script has loaded. `next` is a path of this site. */
export function LoginForm({ next }: { next: string }) {
  const [state, submit] = useActionState(signIn, { account: "", fieldErrors: {} });
  const { account, password } = state.fieldErrors;
  return (
    <form action={submit} className="space-y-4">
      <input type="hidden" name="next" value={next} />
      <TextField
        label="账号"
        name="account"
        defaultValue={state.account}
        error={account?.[0]}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
      />
      <TextField
        label="密码"
        name="password"
        type="password"
        error={password?.[0]}
        autoComplete="current-password"
        maxLength={256}
        required
      />
      <SubmitButton className="w-full">登录</SubmitButton>
    </form>
  );
}
