import Link from "next/link";
import type { ReactNode } from "react";
import { UnreadLink } from "@/components/notifications/UnreadLink";

interface TopBarProps {
  /** The menu behind a button, where it does not stand beside the page. */
  menu: ReactNode;
  menuClassName: string;
  bureauName?: string | undefined;
  actorName: string;
  /** The form that ends the session. */
  signOut: ReactNode;
}

/** The one dark band: whose desk this is, and the way out. */
export function TopBar({ menu, menuClassName, bureauName, actorName, signOut }: TopBarProps) {
  return (
    <header className="relative z-30 flex min-h-12 items-center pointer-coarse:min-h-14 gap-3 bg-primary-strong px-4 text-paper [--ring:#fff] print:hidden">
      <details className={`group ${menuClassName}`}>
        <summary className="-ml-2 flex min-h-9 list-none items-center gap-1.5 rounded-sm px-2 text-sm hover:bg-primary pointer-coarse:min-h-11">
          <span aria-hidden="true" className="w-4 space-y-1 *:block *:h-0.5 *:bg-current">
            <span />
            <span />
            <span />
          </span>
          菜单
        </summary>
        <nav
          aria-label="主菜单"
          className="absolute inset-x-0 top-full border-b border-line bg-paper text-ink shadow-dialog [--ring:var(--color-focus)] sm:right-auto sm:w-64"
        >
          {menu}
        </nav>
      </details>
      <Link href="/desk" className="text-lg font-bold whitespace-nowrap">
        年报台
      </Link>
      {bureauName && <p className="hidden truncate text-sm sm:block">{bureauName}</p>}
      <UnreadLink className="ml-auto" />
      <p className="truncate text-sm">
        <span className="sr-only">已登录：</span>
        {actorName}
      </p>
      {signOut}
    </header>
  );
}
