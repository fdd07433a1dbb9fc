'use client';

import type { ReactNode } from 'react';
import { Label } from 'react-aria-components';
import { labelStyles } from './field-styles';

/** The label of a field; optional fields say so, required ones need no mark. */
export function FieldLabel({
  children,
  isOptional = false,
  isHidden = false,
}: {
  children: ReactNode;
  isOptional?: boolean;
  isHidden?: boolean;
}) {
  return (
    <Label className={isHidden ? 'sr-only' : labelStyles}>
      {children}
      {isOptional && <span className="font-normal text-text-muted"> (optional)</span>}
    </Label>
  );
}
