import Link from "next/link";
import type { ReactNode } from "react";
import { FactLine } from "@/components/ui/FactLine";

/** A list of records, one row each; on a phone the parts of a row stand below each other. */
export function RecordList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

interface RecordRowProps {
  title: ReactNode;
  /** Where the title leads; the whole row can be pressed. */
  href?: string;
  badge?: ReactNode;
  /** Short facts under the title. */
  facts?: ReactNode[];
  /** At the right: a date, a button of its own. */
  aside?: ReactNode;
}

export function RecordRow({ title, href, badge, facts = [], aside }: RecordRowProps) {
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 has-[a:hover]:bg-primary-soft">
      <div className="min-w-0 flex-1 basis-full sm:basis-64">
        <p className="flex flex-wrap items-center gap-x-2">
          {href ? (
            <Link
              href={href}
              className="font-bold text-primary before:absolute before:inset-0 hover:underline"
            >
              {title}
            </Link>
          ) : (
            <span className="font-bold">{title}</span>
          )}
          {badge}
        </p>
        <FactLine facts={facts} />
      </div>
      {aside && <div className="relative text-sm text-muted tabular-nums">{aside}</div>}
    </li>
  );
}
