import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from "react";
import { callApi } from "@/components/reports/api-client";
import { useDraft } from "@/components/reports/drafting/draft-context";
import { focusPlace } from "@/components/reports/drafting/place";
import { Button } from "@/components/ui/Button";
import { ReasonList } from "@/components/ui/ReasonList";
import { TextField } from "@/components/ui/TextField";
import { applicantColumns } from "@/lib/format/2021-applications";
import { parseCell } from "@/lib/format/cells";

const UNSAVED = "还有内容没有保存到服务器，请先处理未保存的内容，再自填上年数。";

interface StatementFormProps {
  onDone: () => void;
  onCancel: () => void;
}

/** Row four of last year's table three, as printed there, and where it is printed. */
export function StatementForm({ onDone, onCancel }: StatementFormProps) {
  const { draft, view } = useDraft();
  const router = useRouter();
  const [texts, setTexts] = useState<Record<string, string>>(() => textsOf(view.statement));
  const [isAsked, setAsked] = useState(false);
  const [reasons, setReasons] = useState<string[]>([]);
  const [pending, startTransition] = useTransition();
  const frame = useRef<HTMLDivElement>(null);
  const hint = useId();
  const year = view.identity.year - 1;
  const document = (texts.document ?? "").trim();
  const entries = applicantColumns.map(({ key, label }) => {
    return { key, label, ...readCount(texts[key] ?? "") };
  });
  const missing = document.length < 2 ? "请写明数字抄自哪里。" : null;

  // The button that opened it is gone.
  useEffect(() => frame.current?.querySelector("input")?.focus(), []);

  function state() {
    setAsked(true);
    if (missing || entries.some(({ fault }) => fault)) return;
    startTransition(async () => {
      if (!(await draft.flush())) return setReasons([UNSAVED]);
      const carriedOut = Object.fromEntries(entries.map(({ key, count }) => [key, count]));
      const body = { carriedOut, document };
      const answer = await callApi("PUT", `/reports/${view.id}/carry-statement`, body);
      if (!answer.ok) return setReasons(answer.reasons);
      router.refresh();
      onDone();
      focusPlace("applications", "carriedIn.naturalPerson");
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    // A button has its own Enter.
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    state();
  }

  function field(key: string) {
    return {
      value: texts[key] ?? "",
      onChange: (event: { target: { value: string } }) =>
        setTexts({ ...texts, [key]: event.target.value }),
    };
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the page's fieldset is around it already
    <div
      ref={frame}
      role="group"
      aria-label={`${year} 年度表三第四项：结转下年度继续办理`}
      aria-describedby={hint}
      onKeyDown={onKeyDown}
      className="mt-2 space-y-2"
    >
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {entries.map(({ key, label, fault }) => (
          <TextField
            key={key}
            {...field(key)}
            label={label}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            error={(isAsked && fault) || undefined}
          />
        ))}
      </div>
      <TextField
        {...field("document")}
        label="出处"
        hint={`数字抄自哪里，例如：${year} 年度报告纸质存档件。`}
        autoComplete="off"
        maxLength={100}
        error={(isAsked && missing) || undefined}
      />
      <p id={hint} className="text-xs text-muted">
        {`按 ${year} 年度报告抄录，没有的填 0。自填的数记下填写人和时间，审核人可以看到；以后改动上年结转须作说明。${year} 年度报告在这里公布后，以报告为准。`}
      </p>
      {reasons.length > 0 && (
        <div role="alert" className="text-sm text-danger">
          <ReasonList reasons={reasons} />
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" tone="primary" pending={pending} onClick={state}>
          填入上年结转
        </Button>
        <Button size="small" tone="quiet" disabled={pending} onClick={onCancel}>
          取消
        </Button>
      </div>
    </div>
  );
}

function textsOf(
  statement: { carriedOut: Record<string, number>; document: string } | null,
): Record<string, string> {
  if (!statement) return {};
  const { carriedOut, document } = statement;
  const counts = Object.entries(carriedOut).map(([key, count]) => [key, String(count)]);
  return { ...Object.fromEntries(counts), document };
}

function readCount(text: string): { count: number; fault: string | null } {
  const parsed = parseCell("count", text);
  if (!parsed.ok) return { count: 0, fault: `${parsed.reason}。` };
  if (typeof parsed.value !== "number") return { count: 0, fault: "请填写，没有的填 0。" };
  return { count: parsed.value, fault: null };
}
