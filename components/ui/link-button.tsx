'use client';

import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { type ButtonSize, type ButtonVariant, buttonStyles } from './button-styles';

export type LinkButtonProps = {
  /** From `lib/paths.ts`, or an outside address. */
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  isWide?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  download?: string | true;
};

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  href,
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  isWide = false,
  ...rest
}: LinkButtonProps) {
  return (
    <Link href={href} {...rest} className={`${buttonStyles({ variant, size })}${isWide ? ' w-full' : ''}`}>
      {icon}
      {children}
    </Link>
  );
}
