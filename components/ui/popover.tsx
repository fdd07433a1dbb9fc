'use client';

import clsx from 'clsx';
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { Popover as AriaPopover, DialogTrigger } from 'react-aria-components';
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
  isOpen,
  onOpenChange,
  placement = 'bottom start',
  children,
  className,
}: PopoverProps) {
  const labelId = useId();
  const [isOpenHere, setOpenHere] = useState(false);
  const changeOpen = (next: boolean) => {
    setOpenHere(next);
    onOpenChange?.(next);
  };
  const state = { isOpen: isOpen ?? isOpenHere, onOpenChange: changeOpen };
  // Without a dialog inside the panel is the dialog itself, with React Aria's hidden dismiss buttons in it.
  const panel = (
    <AriaPopover
      placement={placement}
      offset={6}
      {...(trigger === undefined && state)}
      {...(triggerRef !== undefined && { triggerRef })}
      aria-labelledby={labelId}
      className={clsx(popoverStyles, 'max-w-[min(28rem,92vw)] overflow-auto p-4 outline-none', className)}
    >
      <span id={labelId} hidden>
        {label}
      </span>
      {typeof children === 'function' ? children(() => changeOpen(false)) : children}
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
