'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { type AppError, AppFailure } from '@/lib/app-error';
import { describeAppError } from '@/lib/describe-app-error';
import { signInPath } from '@/lib/paths';

export type AppErrorNoticeProps = {
  error: AppError;
  /** Offers to try again, where trying again may help. */
  onRetry?: () => void;
  isRetrying?: boolean;
  /** More buttons, such as Reload or Check now. */
  actions?: ReactNode;
  /** `none` when it is part of the page from the start. */
  announce?: 'alert' | 'status' | 'none';
  headingLevel?: 2 | 3 | 4;
  className?: string;
};

const repeatable: ReadonlySet<AppError['kind']> = new Set([
  'rate-limited',
  'platform-unavailable',
  'unexpected',
]);

/** A failure in plain words with what can be done about it. What is not known is never drawn as a failure. */
export function AppErrorNotice({
  error,
  onRetry,
  isRetrying = false,
  actions,
  announce = 'alert',
  ...rest
}: AppErrorNoticeProps) {
  const words = describeAppError(error);
  const canRetry = onRetry !== undefined && repeatable.has(error.kind);
  const hasActions = canRetry || actions !== undefined || error.kind === 'signed-out';
  return (
    <Notice
      {...rest}
      tone={toneOf(error)}
      title={words.title}
      announce={announce}
      actions={
        hasActions && (
          <>
            {error.kind === 'signed-out' && (
              <LinkButton size="small" variant="primary" href={signInPath()}>
                Sign in
              </LinkButton>
            )}
            {canRetry && (
              <Button size="small" onPress={onRetry} isPending={isRetrying} pendingLabel="Trying again">
                Try again
              </Button>
            )}
            {actions}
          </>
        )
      }
    >
      <p>
        {words.body} {words.remedy}
      </p>
      {words.reference !== undefined && (
        <p className="text-sm text-text-muted">
          Reference: <code className="font-mono break-all">{words.reference}</code>
        </p>
      )}
    </Notice>
  );
}

/** The known failure inside whatever a query or an action threw. */
export function toAppError(thrown: unknown): AppError {
  return thrown instanceof AppFailure ? thrown.error : { kind: 'unexpected', incidentId: 'browser' };
}

function toneOf(error: AppError): 'info' | 'caution' | 'negative' {
  switch (error.kind) {
    case 'outcome-unknown':
    case 'signed-out':
      return 'info';
    case 'stale':
    case 'rate-limited':
    case 'platform-unavailable':
      return 'caution';
    default:
      return 'negative';
  }
}
