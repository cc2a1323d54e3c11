import type { ReactNode } from "react";

/** Said to a screen reader and not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
