import { type KeyboardEvent, useId, useState } from "react";
import { focusPlace } from "@/components/reports/drafting/place";
import { Button } from "@/components/ui/Button";
import { TextField } from "@/components/ui/TextField";
import { applicantColumns } from "@/lib/format/2021-applications";
import { parseCell } from "@/lib/format/cells";

interface LastRowFormProps {
  year: number;
  put: (cells: string[], text: string) => void;
  onDone: () => void;
}

/** Row four of last year's table three, as printed there; it becomes this year's row two. */
export function LastRowForm({ year, put, onDone }: LastRowFormProps) {
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [isAsked, setAsked] = useState(false);
  const hint = useId();
  const entries = applicantColumns.map(({ key, label }) => {
    return { key, label, ...readCount(texts[key] ?? "") };
  });

  function fill() {
    setAsked(true);
    if (entries.some(({ fault }) => fault)) return;
    for (const { key, count } of entries) put([`carriedIn.${key}`], count);
    onDone();
    focusPlace("applications", "carriedIn.naturalPerson");
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    // The keys of the table around it go from cell to cell; here there is one row.
    event.preventDefault();
    fill();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the page's fieldset is around it already
    <div
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
            label={label}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            value={texts[key] ?? ""}
            onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
            error={(isAsked && fault) || undefined}
          />
        ))}
      </div>
      <p id={hint} className="text-xs text-muted">
        按已公布的 {year} 年度报告抄录，没有的填 0。填入后与手工填写相同，系统没有上年报告可以核对。
      </p>
      <Button size="small" tone="primary" onClick={fill}>
        填入上年结转
      </Button>
    </div>
  );
}

function readCount(text: string): { count: string; fault: string | null } {
  const parsed = parseCell("count", text);
  if (!parsed.ok) return { count: "", fault: `${parsed.reason}。` };
  if (parsed.value === null) return { count: "", fault: "请填写，没有的填 0。" };
  return { count: String(parsed.value), fault: null };
}
