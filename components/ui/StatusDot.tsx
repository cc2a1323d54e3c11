import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { solidTone, type Tone } from "@/components/ui/tone";

interface StatusDotProps {
  tone?: Tone;
  /** Always said; shown too unless `labelHidden`. */
  label: ReactNode;
  labelHidden?: boolean;
}

/** A mark beside a line of a list, with the word for it. */
export function StatusDot({ tone = "neutral", label, labelHidden }: StatusDotProps) {
  return (
    <span className="inline-flex items-center gap-1.5 text-xs whitespace-nowrap">
      <span
        aria-hidden="true"
        className={classNames("size-2 shrink-0 rounded-full", solidTone[tone])}
      />
      <span className={labelHidden ? "sr-only" : undefined}>{label}</span>
    </span>
  );
}
