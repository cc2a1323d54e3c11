import { useState } from "react";
import { ProblemCallout } from "@/components/reports/ProblemCallout";
import { type SeenReport, useReportEvent } from "@/components/reports/use-report-event";
import { Button } from "@/components/ui/Button";
import { ConfirmDialog } from "@/components/ui/ConfirmDialog";
import { SelectField } from "@/components/ui/SelectField";
import { TextField } from "@/components/ui/TextField";
import type { StepsInHand } from "@/lib/reviews/handovers/rules";

interface MoveDialogProps {
  report: SeenReport;
  hand: StepsInHand;
  onDone: (words: string) => void;
}

/** 移交给…: to one of the people who can take the steps; he gets a notice. */
export function MoveDialog({ report, hand, onDone }: MoveDialogProps) {
  const { places, moves } = hand;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const [from, setFrom] = useState(places[0]?.id ?? "");
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const { send, pending, problem, forget } = useReportEvent(report);
  const { steps = [], labels = [], receivers = [] } = moves[chosen] ?? moves[0] ?? {};

  async function confirm() {
    setAsked(true);
    const place = places.length > 0 && { from };
    const person = receivers.find(({ id }) => id === to);
    if (!person || !(await send("handover", { steps, to, reason, ...place }))) return;
    setOpen(false);
    onDone(`已把${labels.join("、")}移交给${person.name}，他会收到消息。`);
  }

  function change(next: boolean) {
    forget();
    setOpen(next);
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={change}
      trigger={<Button size="small">移交给…</Button>}
      title={`移交${hand.labels.join("、")}`}
      description={<p>移交后由对方以自己的名义办理；移交会写进审校单。</p>}
      confirmLabel="移交"
      pending={pending}
      onConfirm={confirm}
    >
      {moves.length > 1 && (
        <SelectField
          label="环节"
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {moves.map((move, index) => (
            <option key={move.steps.join(" ")} value={index}>
              {move.labels.join("、")}
            </option>
          ))}
        </SelectField>
      )}
      {places.length > 1 && (
        <SelectField
          label="替谁移交"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          <Options people={places} />
        </SelectField>
      )}
      <SelectField
        label="移交给"
        value={to}
        error={asked && !receivers.some(({ id }) => id === to) ? "请选择移交给谁" : undefined}
        onChange={(event) => setTo(event.target.value)}
      >
        <option value="">请选择</option>
        <Options people={receivers} />
      </SelectField>
      <TextField
        label="原因"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <ProblemCallout title="没有移交" problem={problem} onReload={() => change(false)} />
      )}
    </ConfirmDialog>
  );
}

function Options({ people }: { people: { id: string; name: string }[] }) {
  return people.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
