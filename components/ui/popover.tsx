'use client';

import clsx from 'clsx';
import type { ReactNode, RefObject } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { popoverStyles } from './field-styles';

export type PopoverProps = {
  /** Spoken name of what is inside. */
  label: string;
  /** The control that opens it; or pass `isOpen` and `triggerRef`. */
  trigger?: ReactNode;
  triggerRef?: RefObject<Element | null>;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'end top' | 'start top';
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string;
};

/** A small non-modal-looking panel beside its trigger; Escape and a click outside close it. */
export function Popover({
  label,
  trigger,
  triggerRef,
  placement = 'bottom start',
  children,
  className,
  ...state
}: PopoverProps) {
  const panel = (
    <AriaPopover
      placement={placement}
      offset={6}
      {...(trigger === undefined && state)}
      {...(triggerRef !== undefined && { triggerRef })}
      className={clsx(popoverStyles, 'max-w-[min(28rem,92vw)]')}
    >
      <Dialog
        aria-label={label}
        className={clsx('max-h-[inherit] overflow-auto p-4 outline-none', className)}
      >
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  );
  if (trigger === undefined) return panel;
  return (
    <DialogTrigger {...state}>
      {trigger}
      {panel}
    </DialogTrigger>
  );
}
