'use client';

import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { useObjectRef } from 'react-aria/useObjectRef';
import { BaseButton, type BaseButtonProps } from './base-button';
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles';
import { useAnnounce } from './live-region';
import { useLaterTooltip } from './use-later-tooltip';

export type ButtonProps = Omit<BaseButtonProps, 'className' | 'triggerProps'> & {
  children?: ReactNode;
  /** `primary` once a screen; `negative` only for what removes something. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Drawn before the text: `<Icon glyph={…} />`. */
  icon?: ReactNode;
  /** A square button; needs `aria-label`, which is also its tooltip. */
  isIconOnly?: boolean;
  /** While true presses do nothing; the text is `pendingLabel`, which is also spoken, when there is one. */
  isPending?: boolean | undefined;
  pendingLabel?: string;
  /** A whole sentence with the remedy. The button stays focusable and says it on hover, focus, press and by ear. */
  disabledReason?: string | undefined;
  /** Stretches over its container. */
  isWide?: boolean;
};

/** A button that says why when it cannot be pressed and what it does while it works. */
export function Button({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  isIconOnly = false,
  isPending = false,
  pendingLabel,
  disabledReason,
  isWide = false,
  ref: givenRef,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const announce = useAnnounce();
  useEffect(() => {
    if (isPending && pendingLabel !== undefined) announce(pendingLabel);
  }, [isPending, pendingLabel, announce]);
  const isUnavailable = disabledReason !== undefined && !isPending;
  const look = `${buttonStyles({ variant, size, isIconOnly, isUnavailable })}${isWide ? ' w-full' : ''}`;
  const ref = useObjectRef(givenRef);
  const { triggerProps, tooltip, open } = useLaterTooltip(ref, {
    text: isUnavailable ? disabledReason : isIconOnly ? rest['aria-label'] : undefined,
    delayMs: isUnavailable ? 150 : 500,
  });
  return (
    <>
      <BaseButton
        {...rest}
        ref={ref}
        triggerProps={triggerProps}
        // React Aria's own pending state announces by reference to the button, which points nowhere once it is gone.
        {...((isUnavailable || isPending) && {
          type: 'button' as const,
          onPressStart: noPress,
          onPressEnd: noPress,
          onPress: isUnavailable ? open : noPress,
          'aria-disabled': 'true' as const,
        })}
        {...(isUnavailable && { 'aria-describedby': reasonId })}
        className={look}
      >
        {isPending ? <LoaderCircle aria-hidden size={16} className="animate-turn shrink-0" /> : icon}
        {isPending && pendingLabel !== undefined ? pendingLabel : children}
        {isUnavailable && (
          <span id={reasonId} hidden>
            {disabledReason}
          </span>
        )}
      </BaseButton>
      {tooltip}
    </>
  );
}

function noPress() {}
