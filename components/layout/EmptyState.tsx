import type { ReactNode } from "react";

interface EmptyStateProps {
  /** What is not there: 没有待办事项. */
  title: string;
  /** What to do next, or what will make something appear here. */
  next: ReactNode;
  /** The button for it. */
  action?: ReactNode;
}

/** An empty place that says what to do next. */
export function EmptyState({ title, next, action }: EmptyStateProps) {
  return (
    <div className="px-4 py-8 text-center">
      <p className="font-bold">{title}</p>
      <p className="mx-auto mt-1 max-w-md text-sm text-muted">{next}</p>
      {action && <div className="mt-4 flex justify-center gap-2">{action}</div>}
    </div>
  );
}
