'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';

export type ToolbarProps = { label: string; children: ReactNode; className?: string };

/** A row of controls with one tab stop; arrows move between them. */
export function Toolbar({ label, children, className }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className={clsx('flex flex-wrap items-center gap-2', className)}>
      {children}
    </AriaToolbar>
  );
}
