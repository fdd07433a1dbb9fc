'use client';

import type { AriaAttributes, HTMLAttributes, ReactNode, Ref } from 'react';
import { filterDOMProps } from 'react-aria/filterDOMProps';
import { mergeProps } from 'react-aria/mergeProps';
import { type AriaButtonProps, useButton } from 'react-aria/useButton';
import { useFocusRing } from 'react-aria/useFocusRing';
import { type HoverEvents, useHover } from 'react-aria/useHover';
import { useObjectRef } from 'react-aria/useObjectRef';

export type BaseButtonProps = Omit<
  AriaButtonProps,
  'children' | 'elementType' | 'href' | 'isDisabled' | 'rel' | 'target'
> &
  HoverEvents &
  Pick<AriaAttributes, 'aria-keyshortcuts'> & {
    children?: ReactNode;
    className: string;
    /** What a tooltip or another helper listens to on the element. */
    triggerProps?: HTMLAttributes<HTMLElement>;
    ref?: Ref<HTMLButtonElement> | undefined;
  };

/**
 * A button element with React Aria's presses, hovers and focus ring. The ready-made one would bring the formatting of
 * progress to every screen.
 */
export function BaseButton({ children, className, ref: givenRef, triggerProps, ...props }: BaseButtonProps) {
  const ref = useObjectRef(givenRef);
  const { buttonProps, isPressed } = useButton(props, ref);
  const { focusProps, isFocusVisible } = useFocusRing(props);
  const { hoverProps, isHovered } = useHover(props);
  return (
    <button
      {...mergeProps(filterDOMProps(props), triggerProps, buttonProps, focusProps, hoverProps)}
      ref={ref}
      className={className}
      aria-keyshortcuts={props['aria-keyshortcuts']}
      data-rac=""
      data-pressed={isPressed || undefined}
      data-hovered={isHovered || undefined}
      data-focus-visible={isFocusVisible || undefined}
    >
      {children}
    </button>
  );
}
