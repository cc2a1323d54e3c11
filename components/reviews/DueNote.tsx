import { classNames } from "@/components/ui/class-names";
import type { Due } from "@/lib/reports/deadlines/rules";

/** 限办 of a step: how long there is, red once it is over. */
export function DueNote({ due: { words, overdue } }: { due: Due }) {
  return (
    <p className={classNames("text-xs whitespace-nowrap", overdue && "font-bold text-danger")}>
      {words}
    </p>
  );
}
