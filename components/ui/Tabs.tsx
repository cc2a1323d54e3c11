"use client";

import { Tabs as RadixTabs } from "radix-ui";
import type { ReactNode } from "react";
import { tabList, tabStyle } from "@/components/ui/tab-style";

export interface Tab {
  key: string;
  label: ReactNode;
  content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: Tab[];
  /** Without `current` the tabs keep it themselves, beginning with the first. */
  current?: string;
  onChange?: (key: string) => void;
}

/** Views of one place without an address of their own; see `LinkTabs` for those with one. */
export function Tabs({ label, tabs, current, onChange }: TabsProps) {
  return (
    <RadixTabs.Root value={current} defaultValue={tabs[0]?.key} onValueChange={onChange}>
      <RadixTabs.List aria-label={label} className={tabList}>
        {tabs.map((tab) => (
          <RadixTabs.Trigger key={tab.key} value={tab.key} className={tabStyle}>
            {tab.label}
          </RadixTabs.Trigger>
        ))}
      </RadixTabs.List>
      {tabs.map((tab) => (
        <RadixTabs.Content key={tab.key} value={tab.key} className="pt-3">
          {tab.content}
        </RadixTabs.Content>
      ))}
    </RadixTabs.Root>
  );
}
