import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { softTone, type Tone } from "@/components/ui/tone";

/** A short word about the state of something. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-block rounded-sm border px-1.5 text-xs font-bold whitespace-nowrap",
        softTone[tone],
      )}
    >
      {children}
    </span>
  );
}
