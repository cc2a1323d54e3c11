import type { ReactNode } from "react";

interface DisclosureProps {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}

/** More, for those who want it; the browser's own, without script. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="flex list-none items-center gap-2 py-1 text-sm font-bold text-primary pointer-coarse:py-2.5">
        <span
          aria-hidden="true"
          className="size-2 -rotate-45 border-r-2 border-b-2 border-current motion-safe:transition-transform group-open:rotate-45"
        />
        {summary}
      </summary>
      <div className="pt-1 pl-4">{children}</div>
    </details>
  );
}
