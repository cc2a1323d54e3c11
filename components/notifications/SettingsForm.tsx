"use client";

import { type FormEvent, useState } from "react";
import { callApi } from "@/components/reports/api-client";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Checkbox } from "@/components/ui/Checkbox";
import { Panel } from "@/components/ui/Panel";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextField } from "@/components/ui/TextField";
import type { Settings } from "@/lib/notifications/settings/schema";

type Outcome = { reasons: string[]; fields: Record<string, string[]> } | "saved" | null;

/** Where a person is told besides the program: the addresses, and a switch for each. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { channels } = settings;
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [pending, setPending] = useState(false);
  const faults = outcome === "saved" || !outcome ? {} : outcome.fields;

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    const result = await callApi("PUT", "/settings", {
      email: String(form.get("email")).trim(),
      phone: String(form.get("phone")).replaceAll(/[\s-]/g, ""),
      byMail: form.has("byMail"),
      byGateway: form.has("byGateway"),
    });
    setPending(false);
    const fields = result.ok ? {} : ((result.extra.fieldErrors ?? {}) as Record<string, string[]>);
    setOutcome(result.ok ? "saved" : { reasons: result.reasons, fields });
  }

  return (
    <Panel>
      <form onSubmit={save} noValidate className="max-w-md space-y-4">
        <TextField
          label="电子邮箱"
          name="email"
          type="email"
          autoComplete="email"
          maxLength={200}
          defaultValue={settings.email ?? ""}
          hint={channels.mail ? undefined : "本系统没有开通邮件，现在不会发送。"}
          error={faults.email?.join("")}
        />
        <Checkbox name="byMail" label="把消息发到邮箱" defaultChecked={settings.byMail} />
        <TextField
          label="手机号码"
          name="phone"
          type="tel"
          autoComplete="tel"
          maxLength={30}
          defaultValue={settings.phone ?? ""}
          hint={channels.gateway ? undefined : "本系统没有开通短信和政务消息，现在不会发送。"}
          error={faults.phone?.join("")}
        />
        <Checkbox
          name="byGateway"
          label="等待我办理的，发到手机"
          hint="短信、政务微信或者政务钉钉，由本系统的设置决定。"
          defaultChecked={settings.byGateway}
        />
        {outcome === "saved" && (
          <Callout live tone="success">
            <p>已保存。</p>
          </Callout>
        )}
        {outcome && outcome !== "saved" && !Object.keys(faults).length && (
          <Callout live tone="danger" title="没有保存">
            <ReasonList reasons={outcome.reasons} />
          </Callout>
        )}
        <Button type="submit" tone="primary" pending={pending}>
          保存
        </Button>
      </form>
    </Panel>
  );
}
