import Link from "next/link";
import type { ReactNode } from "react";
import { tabList, tabStyle } from "@/components/ui/tab-style";

export interface LinkTab {
  key: string;
  label: ReactNode;
  href: string;
  count?: number;
}

interface LinkTabsProps {
  label: string;
  tabs: LinkTab[];
  current: string;
}

/** Views of one page that each have an address. */
export function LinkTabs({ label, tabs, current }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={tabList}>
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          aria-current={tab.key === current ? "page" : undefined}
          className={tabStyle}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className="ml-1 text-xs tabular-nums">{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
