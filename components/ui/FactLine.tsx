import type { ReactNode } from "react";

/**
 * Facts on one line with a stroke between them; empty ones are left out. Each carries its stroke
 * in front, and the frame cuts off the one at the beginning of a line.
 */
export function FactLine({ facts }: { facts: ReactNode[] }) {
  const shown = facts.filter((fact) => fact !== null && fact !== undefined && fact !== false);
  if (shown.length === 0) return null;
  return (
    <div className="overflow-hidden">
      <ul className="-ml-2.5 flex flex-wrap text-xs text-muted tabular-nums">
        {shown.map((fact, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a fact has no name and never moves
            key={index}
            className="relative px-2.5 before:absolute before:top-1 before:bottom-1 before:left-0 before:w-px before:bg-edge"
          >
            {fact}
          </li>
        ))}
      </ul>
    </div>
  );
}
