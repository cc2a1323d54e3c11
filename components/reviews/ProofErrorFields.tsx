import { Disclosure } from "@/components/ui/Disclosure";
import { TextField } from "@/components/ui/TextField";

interface ProofErrorFieldsProps {
  classes: [key: string, label: string][];
  /** Digits as typed. */
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
}

/** 差错 by class that nobody recorded at their places; left empty where nobody counts. */
export function ProofErrorFields({ classes, values, onChange }: ProofErrorFieldsProps) {
  const sum = Object.values(countsOf(values)).reduce((a, b) => a + b, 0);
  return (
    <Disclosure summary={sum ? `没有逐处记下的差错：${sum} 处` : "没有逐处记下的差错数（选填）"}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3 lg:grid-cols-2">
        {classes.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            inputMode="numeric"
            maxLength={4}
            value={values[key] ?? ""}
            onChange={(event) => onChange({ ...values, [key]: digitsOf(event.target.value) })}
          />
        ))}
      </div>
    </Disclosure>
  );
}

function digitsOf(typed: string): string {
  return typed.normalize("NFKC").replace(/\D/g, "");
}

/** What was typed, as counts; empty ones are left out. */
export function countsOf(values: Record<string, string>): Record<string, number> {
  const typed = Object.entries(values).filter(([, value]) => value !== "");
  return Object.fromEntries(typed.map(([key, value]) => [key, Number(value)]));
}
