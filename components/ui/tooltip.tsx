'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

export type TooltipProps = {
  /** The short text. Never the only place of something important: touch screens have no hover. */
  text: ReactNode;
  /** One focusable control: a Button, LinkButton or anything of React Aria. */
  children: ReactNode;
  placement?: 'top' | 'bottom' | 'start' | 'end';
  isOpen?: boolean;
  /** Never shown, while the control stays the same element. */
  isDisabled?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** Waits this long on hover; focus shows it at once. */
  delayMs?: number;
};

/** A short explanation shown on hover and on keyboard focus. */
export function Tooltip({ text, children, placement = 'top', delayMs = 500, ...state }: TooltipProps) {
  return (
    <TooltipTrigger delay={delayMs} closeDelay={100} {...state}>
      {children}
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-50 max-w-72 rounded-md border border-line bg-surface-raised px-3 py-2 text-sm text-text shadow-overlay transition-opacity entering:opacity-0 exiting:opacity-0"
      >
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
