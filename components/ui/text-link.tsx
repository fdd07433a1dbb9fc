'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

export type TextLinkProps = {
  href: string;
  children: ReactNode;
  /** Opens a new tab and says so. */
  isExternal?: boolean;
  /** Underlined only on hover: in tables and lists where every row is a link. */
  isQuiet?: boolean;
  onPress?: () => void;
  className?: string;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'step';
};

/** A link in running text. */
export function TextLink({
  href,
  children,
  isExternal = false,
  isQuiet = false,
  className,
  ...rest
}: TextLinkProps) {
  return (
    <Link
      href={href}
      {...(isExternal && { target: '_blank', rel: 'noreferrer' })}
      {...rest}
      className={clsx('text-link focus-ring', isQuiet && 'no-underline hover:underline', className)}
    >
      {children}
      {isExternal && <span className="sr-only"> (opens a new tab)</span>}
    </Link>
  );
}
