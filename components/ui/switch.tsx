'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

export type SwitchProps = {
  children?: ReactNode;
  'aria-label'?: string;
  isSelected?: boolean;
  defaultSelected?: boolean;
  onChange?: (isSelected: boolean) => void;
  isDisabled?: boolean | undefined;
  name?: string;
  className?: string;
};

/** On or off, in effect at once. */
export function Switch({ children, isDisabled = false, className, ...rest }: SwitchProps) {
  return (
    <AriaSwitch
      {...rest}
      isDisabled={isDisabled}
      className={clsx(
        'group flex w-fit max-w-full items-start gap-2.5 py-0.5 text-base text-text disabled:text-text-disabled',
        className,
      )}
    >
      <span className="mt-0.5 flex h-4.5 w-8 shrink-0 items-center rounded-full border border-line-strong bg-surface-sunken p-0.5 transition-colors group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-focus group-selected:border-accent group-selected:bg-accent forced-colors:group-selected:bg-[Highlight]">
        <span className="size-3 rounded-full bg-text-muted transition-transform group-selected:translate-x-3.5 group-selected:bg-on-accent rtl:group-selected:-translate-x-3.5 forced-colors:bg-[ButtonText]" />
      </span>
      {children !== undefined && <span className="min-w-0">{children}</span>}
    </AriaSwitch>
  );
}
