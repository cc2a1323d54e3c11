import type { ReactNode } from "react";
import { formatInstant } from "@/components/ui/format-time";
import type { OverrideMark } from "@/lib/reviews/overrides/rules";

interface OverrideListProps<T extends OverrideMark> {
  marks: T[];
  /** What can be done about one. */
  action?: (mark: T) => ReactNode;
}

/** 例外, each marked until a second person confirms it. */
export function OverrideList<T extends OverrideMark>({ marks, action }: OverrideListProps<T>) {
  return (
    <ul className="space-y-2 text-sm">
      {marks.map((mark) => (
        <li key={mark.id} className="space-y-1">
          <p className="font-bold">
            例外：{mark.label}
            {mark.confirmedByName === null && (
              <span className="text-warning">（等待第二人确认）</span>
            )}
          </p>
          <p className="break-words">理由：{mark.reason}</p>
          <p className="text-xs text-muted">
            {mark.byName}，<time dateTime={mark.at}>{formatInstant(new Date(mark.at))}</time>
            {mark.confirmedByName !== null && `；${mark.confirmedByName}已确认`}
          </p>
          {action?.(mark)}
        </li>
      ))}
    </ul>
  );
}
