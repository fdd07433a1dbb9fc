'use client';

import { type ReactNode, useState } from 'react';
import { type OverlayTriggerProps, useLaterOverlay } from './use-later-overlay';

export type PopoverPlacement =
  | 'bottom start'
  | 'bottom end'
  | 'top start'
  | 'top end'
  | 'end top'
  | 'start top';

export type PopoverProps = {
  /** Spoken name of what is inside. */
  label: string;
  /** The button that opens it. */
  trigger: (props: OverlayTriggerProps) => ReactNode;
  placement?: PopoverPlacement;
  children: ReactNode | ((close: () => void) => ReactNode);
  className?: string;
};

const loadPanel = () => import('./popover-panel');

/** A small non-modal-looking panel beside its trigger; Escape and a click outside close it. */
export function Popover({ label, trigger, placement = 'bottom start', children, className }: PopoverProps) {
  const [isOpen, setOpen] = useState(false);
  const { module, triggerProps } = useLaterOverlay(loadPanel, 'dialog', isOpen, setOpen);
  return (
    <>
      {trigger(triggerProps)}
      {isOpen && module && (
        <module.PopoverPanel
          label={label}
          triggerRef={triggerProps.ref}
          placement={placement}
          onClose={() => setOpen(false)}
          className={className}
        >
          {children}
        </module.PopoverPanel>
      )}
    </>
  );
}
