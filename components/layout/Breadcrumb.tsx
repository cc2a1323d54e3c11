import Link from "next/link";

export interface Crumb {
  label: string;
  href: string;
}

/** The pages above this one. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="当前位置" className="mb-1 text-xs text-muted print:hidden">
      <ol className="flex flex-wrap">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="not-last:after:mx-1.5 not-last:after:content-['/']">
            <Link
              href={crumb.href}
              className="underline-offset-4 hover:text-primary hover:underline"
            >
              {crumb.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
