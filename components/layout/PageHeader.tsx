import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "@/components/layout/Breadcrumb";
import { FactLine } from "@/components/ui/FactLine";

interface PageHeaderProps {
  title: ReactNode;
  /** The way here, without this page. */
  crumbs?: Crumb[];
  /** Beside the title: a badge of the state. */
  badge?: ReactNode;
  /** One line of facts under the title. */
  facts?: ReactNode[];
  /** What can be done with the whole page; the first thing to do stands last. */
  actions?: ReactNode;
}

/** What this page is, where it stands, and what can be done with it. */
export function PageHeader({ title, crumbs, badge, facts = [], actions }: PageHeaderProps) {
  return (
    <header className="mb-4">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-center gap-x-3">
            <h1 className="text-xl font-bold">{title}</h1>
            {badge}
          </div>
          <FactLine facts={facts} />
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
    </header>
  );
}
