'use client';

import type { ReactNode, RefObject } from 'react';
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from 'react-aria-components';
import type { TooltipTriggerState } from 'react-stately/useTooltipTriggerState';

export type TooltipProps = {
  text: ReactNode;
  state: TooltipTriggerState;
  triggerRef: RefObject<Element | null>;
  /** By which the control refers to it. */
  id: string | undefined;
};

/** The bubble of a tooltip while it is open; see `useLaterTooltip`. */
export function Tooltip({ text, state, triggerRef, id }: TooltipProps) {
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip
        {...(id !== undefined && { id })}
        triggerRef={triggerRef}
        placement="top"
        offset={6}
        className="z-50 max-w-72 rounded-md border border-line bg-surface-raised px-3 py-2 text-sm text-text shadow-overlay transition-opacity entering:opacity-0 exiting:opacity-0"
      >
        {text}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
