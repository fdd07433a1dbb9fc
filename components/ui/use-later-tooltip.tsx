'use client';

import { type ReactNode, type RefObject, useState } from 'react';
import { useTooltipTrigger } from 'react-aria/useTooltipTrigger';
import { useTooltipTriggerState } from 'react-stately/useTooltipTriggerState';
import { useLazyModule } from './use-lazy-module';

const loadTooltip = () => import('./tooltip');

/**
 * A short explanation of the control in `ref`, on hover after a delay and on keyboard focus at once; none without a text.
 * Never the only place of something important: touch screens have no hover. The bubble is fetched when it is first shown.
 */
export function useLaterTooltip(
  ref: RefObject<HTMLElement | null>,
  { text, delayMs }: { text: ReactNode; delayMs: number },
) {
  const [isOpen, setOpen] = useState(false);
  const isDisabled = text === undefined;
  const state = useTooltipTriggerState({
    delay: delayMs,
    closeDelay: 100,
    isOpen: isOpen && !isDisabled,
    onOpenChange: setOpen,
  });
  const { triggerProps, tooltipProps } = useTooltipTrigger({ isDisabled }, state, ref);
  const { module } = useLazyModule(loadTooltip, state.isOpen);
  return {
    triggerProps,
    open: () => setOpen(true),
    tooltip: module && <module.Tooltip text={text} state={state} triggerRef={ref} id={tooltipProps.id} />,
  };
}
