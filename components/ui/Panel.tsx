import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface PanelProps {
  title?: ReactNode;
  /** Right of the title: a count, a small button. */
  aside?: ReactNode;
  /** No inner margin: for a list or table that runs to the border. */
  flush?: boolean;
  /** Level of the title. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** A framed part of a page; with a title it is a region of that name. */
export function Panel({ title, aside, flush, level = 2, className, children }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  const frame = classNames("rounded-md border border-line bg-paper", className);
  const body = <div className={flush ? undefined : "p-4"}>{children}</div>;
  if (!title) return <div className={frame}>{body}</div>;
  return (
    <section aria-labelledby={id} className={frame}>
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <Heading id={id} className="text-base font-bold">
          {title}
        </Heading>
        {aside && <div className="ml-auto flex items-center gap-2 text-xs text-muted">{aside}</div>}
      </div>
      {body}
    </section>
  );
}
