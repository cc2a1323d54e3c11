import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

interface ToolbarProps {
  label: string;
  /** Stays in view at the top, or at the bottom where a thumb reaches it. */
  sticky?: "top" | "bottom";
  children: ReactNode;
}

/** Buttons and short facts that belong together. */
export function Toolbar({ label, sticky, children }: ToolbarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a set of form fields
    <div
      role="group"
      aria-label={label}
      className={classNames(
        "flex flex-wrap items-center gap-2",
        sticky && "sticky z-10 border-line bg-paper px-4 py-2",
        sticky === "top" && "top-0 border-b",
        sticky === "bottom" && "bottom-0 border-t",
      )}
    >
      {children}
    </div>
  );
}
