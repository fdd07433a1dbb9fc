'use client';

import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components';

export type DisclosureProps = {
  title: ReactNode;
  children: ReactNode;
  headingLevel?: 2 | 3 | 4 | 5;
  /** At the end of the line, outside the button. */
  trailing?: ReactNode;
  isExpanded?: boolean;
  defaultExpanded?: boolean;
  onExpandedChange?: (isExpanded: boolean) => void;
  className?: string;
};

/** A section that opens and closes. */
export function Disclosure({
  title,
  children,
  headingLevel = 3,
  trailing,
  className,
  ...state
}: DisclosureProps) {
  return (
    <AriaDisclosure {...state} className={clsx('min-w-0', className)}>
      <div className="flex items-center gap-2">
        <Heading level={headingLevel} className="min-w-0 flex-1">
          <Button
            slot="trigger"
            className="group/trigger focus-ring flex w-full items-center gap-2 rounded-md px-1 py-1.5 text-start font-medium hover:bg-surface-hover"
          >
            <ChevronRight
              aria-hidden
              size={16}
              className="shrink-0 text-text-muted transition-transform group-aria-expanded/trigger:rotate-90 rtl:-scale-x-100"
            />
            <span className="min-w-0">{title}</span>
          </Button>
        </Heading>
        {trailing}
      </div>
      <DisclosurePanel className="ps-7">
        <div className="pt-1 pb-3">{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
