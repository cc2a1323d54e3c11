import { sectionWord, sectionWords } from "@/components/reports/history/section-words";
import { Disclosure } from "@/components/ui/Disclosure";
import { formatInstant } from "@/components/ui/format-time";
import { TextLink } from "@/components/ui/TextLink";
import type { Edit } from "@/lib/reports/history/schema";

interface EditListProps {
  reportId: string;
  format: string;
  edits: Edit[];
}

/** What one person saved between two 稿, folded; each save leads to its text. */
export function EditList({ reportId, format, edits }: EditListProps) {
  const keys = edits.map(({ section }) => section);
  return (
    <Disclosure summary={`${sectionWords(format, keys)}（${edits.length} 次）`}>
      <ul className="space-y-0.5 text-sm">
        {edits.map((edit) => (
          <li key={`${edit.section} ${edit.slot.toISOString()}`}>
            <TextLink
              href={editHref(reportId, edit)}
              prefetch={false}
              className="inline-flex flex-wrap gap-x-3 py-0.5 pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <time dateTime={edit.at.toISOString()} className="tabular-nums">
                {formatInstant(edit.at)}
              </time>
              {sectionWord(format, edit.section)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function editHref(reportId: string, { section, by, slot }: Edit): string {
  const query = new URLSearchParams({ section, by, slot: slot.toISOString() });
  return `/desk/reports/${reportId}/history/edit?${query}`;
}
