import type { ReactNode } from "react";
import { MenuList } from "@/components/layout/MenuList";
import { type MenuItem, type MenuKey, workspaceMenu } from "@/components/layout/menu";
import { type SignOutAction, SignOutForm } from "@/components/layout/SignOutForm";
import { TopBar } from "@/components/layout/TopBar";

interface WorkspaceShellProps {
  actorName: string;
  bureauName?: string;
  signOut: SignOutAction;
  /** The menu item that this page belongs to. */
  current: MenuKey | null;
  items?: MenuItem[];
  /** The whole width for the work: the menu goes behind its button on every screen. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every signed-in page. The page hands in the name: it alone has the actor. */
export function WorkspaceShell(props: WorkspaceShellProps) {
  const { actorName, bureauName, signOut, current, wide, children } = props;
  const menu = <MenuList items={props.items ?? workspaceMenu} current={current} />;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute -top-20 left-2 z-50 bg-paper px-4 py-2 font-bold text-primary focus:top-2"
      >
        跳到正文
      </a>
      <TopBar
        menu={menu}
        menuClassName={wide ? "" : "lg:hidden"}
        bureauName={bureauName}
        actorName={actorName}
        signOut={<SignOutForm action={signOut} />}
      />
      <div className="flex flex-1">
        {!wide && (
          <nav
            aria-label="主菜单"
            className="hidden w-48 shrink-0 border-r border-line bg-paper py-3 lg:block print:hidden"
          >
            {menu}
          </nav>
        )}
        <main
          id="main"
          tabIndex={-1}
          className={`min-w-0 flex-1 px-4 py-4 outline-none lg:px-6 ${wide ? "" : "max-w-6xl"}`}
        >
          {children}
        </main>
      </div>
    </div>
  );
}
