'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Text } from 'react-aria-components';

/** Error and hint below a control, both announced with it; the hint stays while there is an error. */
export function FieldHelp({ hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {error !== undefined && (
        <FieldError className="flex items-start gap-1.5 text-sm text-negative">
          <CircleAlert aria-hidden size={14} className="mt-[0.1875rem] shrink-0" />
          <span className="min-w-0">{error}</span>
        </FieldError>
      )}
      {hint !== undefined && (
        <Text slot="description" className="text-sm text-text-muted">
          {hint}
        </Text>
      )}
    </>
  );
}
