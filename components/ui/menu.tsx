'use client';

import { type ReactNode, useState } from 'react';
import { type OverlayTriggerProps, useLaterOverlay } from './use-later-overlay';

export type MenuAction = {
  id: string;
  label: string;
  description?: ReactNode;
  icon?: ReactNode;
  /** Goes somewhere instead of doing something. */
  href?: string;
  onAction?: () => void;
  /** Removes something. */
  isNegative?: boolean;
  /** A sentence: why it cannot be done now. Shown as the second line. */
  disabledReason?: string | undefined;
  /** Draws a line above. */
  startsGroup?: boolean;
};

export type MenuProps = {
  /** Spoken name. */
  label: string;
  /** The button that opens it. */
  trigger: (props: OverlayTriggerProps) => ReactNode;
  actions: readonly MenuAction[];
  /** Above the actions: who is signed in. */
  header?: ReactNode;
  placement?: 'bottom start' | 'bottom end' | 'top end';
};

const loadList = () => import('./menu-list');

/** A list of actions behind a button. */
export function Menu({ trigger, ...list }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const { module, triggerProps } = useLaterOverlay(loadList, 'menu', isOpen, setOpen);
  return (
    <>
      {trigger(triggerProps)}
      {isOpen && module && (
        <module.MenuList {...list} triggerRef={triggerProps.ref} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
