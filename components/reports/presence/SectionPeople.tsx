import { usePeopleHere } from "@/components/reports/presence/presence-context";
import { writersIn } from "@/lib/reports/presence/rules";

/** A frame around a section where somebody else writes; it takes no room, so that nothing moves. */
export function SectionPeople({ section }: { section: string }) {
  const names = usePeopleHere((people) => writersIn(people, section));
  if (!names) return null;
  return (
    <div className="pointer-events-none absolute -inset-2 rounded-md border-2 border-primary-line print:hidden">
      <p className="absolute -top-2.5 right-2 max-w-full truncate rounded-sm bg-primary-soft px-1.5 text-xs text-primary">
        {names}正在填写
      </p>
    </div>
  );
}
