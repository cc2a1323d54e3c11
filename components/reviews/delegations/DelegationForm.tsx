"use client";

import { type FormEvent, useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { useDelegate } from "@/components/reviews/delegations/use-delegate";
import { windowOf } from "@/components/reviews/delegations/window";
import { Button } from "@/components/ui/Button";
import { Panel } from "@/components/ui/Panel";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import type { DelegationOffer } from "@/lib/reviews/delegations/schema";

interface DelegationFormProps {
  offers: DelegationOffer[];
  actorId: string;
  /** 2026-01-05 */
  today: string;
}

/** 设置代理: whose work, by whom, on which days. */
export function DelegationForm({ offers, actorId, today }: DelegationFormProps) {
  const choices = offers.flatMap(({ bureau, bureauName, principals }) =>
    principals.map(({ id, name }) => ({ key: `${bureau} ${id}`, bureau, bureauName, id, name })),
  );
  const own = choices.find(({ id }) => id === actorId) ?? choices[0];
  const [chosen, setChosen] = useState(own?.key ?? "");
  const [deputy, setDeputy] = useState("");
  const [days, setDays] = useState({ from: today, until: today });
  const [reason, setReason] = useState("");
  const { send, pending, problem, done } = useDelegate();
  const principal = choices.find(({ key }) => key === chosen);
  const people = offers.find(({ bureau }) => bureau === principal?.bureau)?.people ?? [];
  const deputies = people.filter(({ id }) => id !== principal?.id && id !== actorId);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!principal || pending) return;
    const who = { bureau: principal.bureau, principal: principal.id, deputy };
    if (await send({ ...who, ...windowOf(days), reason })) {
      setDeputy("");
      setReason("");
    }
  }

  return (
    <Panel title="设置代理">
      <form onSubmit={submit} className="space-y-3">
        {choices.length > 1 && (
          <SelectField
            label="被代理的人"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {choices.map(({ key, name, bureauName }) => (
              <option key={key} value={key}>
                {offers.length > 1 ? `${name}（${bureauName}）` : name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label="代理人"
          required
          value={deputy}
          hint="以自己的名义办理，记录写作“李四（代 张三）”；不能转给别人代理。"
          onChange={(event) => setDeputy(event.target.value)}
        >
          <option value="">请选择</option>
          {deputies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="开始日期"
          type="date"
          required
          min={today}
          value={days.from}
          onChange={(event) => setDays({ ...days, from: event.target.value })}
        />
        <TextField
          label="结束日期"
          type="date"
          required
          min={days.from}
          value={days.until}
          hint="含当日，到 24:00 为止。"
          onChange={(event) => setDays({ ...days, until: event.target.value })}
        />
        <TextField
          label="原因"
          required
          minLength={2}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="submit" tone="primary" pending={pending}>
          设置代理
        </Button>
        <p aria-live="polite" className="text-sm text-success empty:hidden">
          {done && "已设置，代理人会收到消息。"}
        </p>
        {problem && <ProblemCallout title="没有设置" problem={problem} />}
      </form>
    </Panel>
  );
}
