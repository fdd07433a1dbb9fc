'use client';

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export type TabItem = { id: string; label: ReactNode; content: ReactNode };

export type TabsProps = {
  /** Spoken name of the row of tabs. */
  label: string;
  tabs: readonly TabItem[];
  selectedTab?: string;
  defaultSelectedTab?: string;
  onChange?: (id: string) => void;
};

/** Panels of which one is shown. */
export function Tabs({ label, tabs, selectedTab, defaultSelectedTab, onChange }: TabsProps) {
  return (
    <AriaTabs
      {...(selectedTab !== undefined && { selectedKey: selectedTab })}
      {...(defaultSelectedTab !== undefined && { defaultSelectedKey: defaultSelectedTab })}
      {...(onChange !== undefined && { onSelectionChange: (key) => onChange(String(key)) })}
      className="min-w-0"
    >
      <TabList aria-label={label} className="scroll-shadow-x flex gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="focus-ring-inset -mb-px cursor-pointer rounded-t-sm border-b-2 border-transparent px-2 py-2 font-medium sm:px-3 whitespace-nowrap text-text-muted hover:text-text selected:border-accent selected:text-text forced-colors:selected:border-[Highlight]"
          >
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="focus-ring min-w-0 rounded-sm pt-4">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
