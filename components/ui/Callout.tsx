import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { softTone, type Tone } from "@/components/ui/tone";

interface CalloutProps {
  tone?: Tone;
  title?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
  /** It appears in answer to something just done, and is read out; an error at once. */
  live?: boolean;
  children?: ReactNode;
}

/** Something to know before going on. */
export function Callout({ tone = "info", title, actions, live, children }: CalloutProps) {
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={classNames(
        "rounded-sm border border-l-4 border-l-current px-3 py-2 text-sm",
        softTone[tone],
      )}
    >
      {title && <p className="font-bold">{title}</p>}
      {children && <div className="text-ink">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
