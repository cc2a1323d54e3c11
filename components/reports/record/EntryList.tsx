import { Badge } from "@/components/ui/Badge";
import { formatInstant } from "@/components/ui/format-time";
import type { RecordEntry } from "@/lib/reports/record/schema";

/** What was done, oldest first: the act and who did it at the left, below each other on a phone. */
export function EntryList({ label, entries }: { label: string; entries: RecordEntry[] }) {
  return (
    <ol aria-label={label} className="divide-y divide-line text-sm">
      {entries.map((entry, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a record only grows at its end
          key={index}
          className="grid gap-x-6 gap-y-1 px-4 py-2.5 sm:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <div>
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-bold">{entry.what}</span>
              {entry.mark && <Badge tone="warning">{entry.mark}</Badge>}
            </p>
            <p>{entry.who}</p>
            <time dateTime={entry.at.toISOString()} className="text-xs text-muted tabular-nums">
              {formatInstant(entry.at)}
            </time>
          </div>
          <dl className="min-w-0 space-y-0.5">
            {entry.lines.map((line) => (
              <div key={`${line.label} ${line.words}`} className="flex gap-x-2">
                <dt className="shrink-0 text-muted">{line.label}：</dt>
                <dd className="min-w-0 whitespace-pre-wrap">{line.words}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
