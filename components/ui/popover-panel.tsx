'use client';

import clsx from 'clsx';
import { type ReactNode, type RefObject, useId } from 'react';
import { Popover as AriaPopover } from 'react-aria-components';
import { popoverStyles } from './field-styles';
import type { PopoverPlacement } from './popover';

export type PopoverPanelProps = {
  label: string;
  triggerRef: RefObject<Element | null>;
  placement: PopoverPlacement;
  onClose: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string | undefined;
};

/** The open panel of a `Popover`. By itself where no button opens it and its owner is fetched late already. */
export function PopoverPanel(props: PopoverPanelProps) {
  const { label, triggerRef, placement, onClose, children, className } = props;
  const labelId = useId();
  // Without a dialog inside the panel is the dialog itself, with React Aria's hidden dismiss buttons in it.
  return (
    <AriaPopover
      placement={placement}
      offset={6}
      isOpen
      onOpenChange={onClose}
      triggerRef={triggerRef}
      aria-labelledby={labelId}
      className={clsx(popoverStyles, 'max-w-[min(28rem,92vw)] overflow-auto p-4 outline-none', className)}
    >
      <span id={labelId} hidden>
        {label}
      </span>
      {typeof children === 'function' ? children(onClose) : children}
    </AriaPopover>
  );
}
