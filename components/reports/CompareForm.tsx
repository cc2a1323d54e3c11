import { historyWords, isRevision } from "@/components/reports/HistoryList";
import { Button } from "@/components/ui/Button";
import { formatInstant } from "@/components/ui/format-time";
import { Panel } from "@/components/ui/Panel";
import { SelectField } from "@/components/ui/SelectField";
import type { HistoryEntry } from "@/lib/reports/history/schema";
import type { DiffQuery } from "@/lib/reports/revisions/schema";

interface CompareFormProps {
  history: HistoryEntry[];
  chosen: DiffQuery | null;
}

/** Which two 稿 to compare: a plain form whose answer has an address. Nothing below two 稿. */
export function CompareForm({ history, chosen }: CompareFormProps) {
  const revisions = history.filter(isRevision);
  if (revisions.length < 2) return null;
  const newest = revisions[0]?.revisionNo ?? undefined;
  const before = revisions[1]?.revisionNo ?? undefined;
  return (
    <Panel title="比较两稿">
      <form method="get" className="flex flex-wrap items-end gap-3">
        <RevisionSelect name="from" label="原稿" value={chosen?.from ?? before} of={revisions} />
        <RevisionSelect name="to" label="新稿" value={chosen?.to ?? newest} of={revisions} />
        <Button type="submit">比较</Button>
      </form>
    </Panel>
  );
}

interface RevisionSelectProps {
  name: string;
  label: string;
  value: number | undefined;
  of: HistoryEntry[];
}

function RevisionSelect({ name, label, value, of }: RevisionSelectProps) {
  return (
    <SelectField name={name} label={label} defaultValue={value}>
      {of.map(({ revisionNo, kind, at }) => (
        <option key={revisionNo} value={revisionNo ?? ""}>
          第 {revisionNo} 稿（{historyWords[kind].word}，{formatInstant(at)}）
        </option>
      ))}
    </SelectField>
  );
}
