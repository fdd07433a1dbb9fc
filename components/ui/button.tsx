'use client';

import { LoaderCircle } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { BaseButton, type BaseButtonProps } from './base-button';
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles';
import { useAnnounce } from './live-region';
import { Tooltip } from './tooltip';

export type ButtonProps = Omit<BaseButtonProps, 'className'> & {
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
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const [isTipOpen, setIsTipOpen] = useState(false);
  const announce = useAnnounce();
  useEffect(() => {
    if (isPending && pendingLabel !== undefined) announce(pendingLabel);
  }, [isPending, pendingLabel, announce]);
  const isUnavailable = disabledReason !== undefined && !isPending;
  const look = `${buttonStyles({ variant, size, isIconOnly, isUnavailable })}${isWide ? ' w-full' : ''}`;
  // Always the same tree: a button that becomes available keeps the focus it has.
  const tip = isUnavailable ? disabledReason : isIconOnly ? rest['aria-label'] : undefined;
  return (
    <Tooltip
      text={tip}
      isDisabled={tip === undefined}
      isOpen={isTipOpen && tip !== undefined}
      onOpenChange={setIsTipOpen}
      delayMs={isUnavailable ? 150 : 500}
    >
      <BaseButton
        {...rest}
        // React Aria's own pending state announces by reference to the button, which points nowhere once it is gone.
        {...((isUnavailable || isPending) && {
          type: 'button' as const,
          onPressStart: noPress,
          onPressEnd: noPress,
          onPress: isUnavailable ? () => setIsTipOpen(true) : noPress,
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
    </Tooltip>
  );
}

function noPress() {}
