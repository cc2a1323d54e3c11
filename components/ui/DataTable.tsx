import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";

interface DataTableProps {
  caption: ReactNode;
  captionHidden?: boolean;
  /** Keeps the first column in view while the others scroll. */
  pinned?: boolean;
  className?: string;
  /** thead, tbody, tfoot; a cell with a number takes the class `text-right`. */
  children: ReactNode;
}

const cells =
  "[&_:is(th,td)]:border-b [&_:is(th,td)]:border-line [&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5 " +
  "[&_td]:align-top [:where(&)_th]:text-left [&_th]:align-bottom [&_th]:font-bold " +
  "[&_thead_th]:bg-ground [&_thead_th]:text-muted [&_thead_th]:whitespace-nowrap " +
  "[&_tbody_tr:last-child>*]:border-b-0 [&_tbody_tr:hover>*]:bg-primary-soft";

const firstColumn =
  "[&_tr>:first-child]:sticky [&_tr>:first-child]:left-0 [&_tr>:first-child]:shadow-[inset_-1px_0_var(--color-edge)] [&_tbody_tr>:first-child]:bg-paper";

/** A plain table that scrolls inside its own frame, by keyboard too, and never widens the page. */
export function DataTable({ caption, captionHidden, pinned, className, children }: DataTableProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table
        className={classNames(
          "w-full border-collapse text-sm",
          cells,
          pinned && firstColumn,
          className,
        )}
      >
        <caption
          id={id}
          className={captionHidden ? "sr-only" : "px-3 py-2 text-left text-sm font-bold"}
        >
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}
