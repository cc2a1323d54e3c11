import { usePeopleHere } from "@/components/reports/presence/presence-context";
import { writersIn } from "@/lib/reports/presence/rules";

/** Who else writes in a section, by the first character of the name, in 目录. */
export function WriterMark({ section }: { section: string }) {
  const names = usePeopleHere((people) => writersIn(people, section));
  if (!names) return null;
  return (
    <span
      title={`${names}正在填写`}
      className="relative shrink-0 rounded-sm bg-primary-soft px-1 text-xs text-primary"
    >
      <span aria-hidden="true">{[...names][0]}</span>
      <span className="sr-only">{names}正在填写</span>
    </span>
  );
}
