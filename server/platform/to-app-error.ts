import type { AppError } from '@/lib/app-error';
import { missingPermission } from './missing-permission';
import type { PlatformError } from './platform-error';
import { policy } from './policy';

/**
 * The failure as a person may see it. `what` names the object in plain words (`dataflow`); `mutation` tells whether the
 * call may have changed something, because then a silent upstream means that nobody knows.
 */
export function toAppError(error: PlatformError, what: string, mutation: boolean): AppError {
  const trace = error.requestId === undefined ? {} : { requestId: error.requestId };
  switch (error.kind) {
    case 'not-sent':
      return { kind: 'platform-unavailable', cause: 'unreachable', ...trace };
    case 'timeout':
    case 'connection-lost':
    case 'unreadable':
    case 'server-error': {
      // Without a token the call itself was never made.
      if (mutation && !isTokenCall(error)) return { kind: 'outcome-unknown', what, ...trace };
      return { kind: 'platform-unavailable', cause: unavailableCause[error.kind], ...trace };
    }
    case 'unauthorized':
      return isTokenCall(error) && error.code !== 'invalid_grant'
        ? { kind: 'not-allowed', permission: 'a working Adobe credential', ...trace }
        : { kind: 'signed-out' };
    case 'forbidden':
      return { kind: 'not-allowed', permission: missingPermission(error), ...trace };
    case 'not-found':
      return { kind: 'not-found', what };
    case 'stale':
      return { kind: 'stale', what };
    case 'rate-limited':
      return {
        kind: 'rate-limited',
        retryAfterSeconds: error.retryAfterSeconds ?? policy.assumedRetryAfterSeconds,
        ...trace,
      };
    case 'rejected':
      if (isTokenCall(error) && error.code === 'invalid_grant') return { kind: 'signed-out' };
      return {
        kind: 'platform-rejected',
        status: error.status ?? 400,
        title: error.title ?? 'Adobe refused the request',
        ...(error.detail !== undefined && { detail: error.detail }),
        ...(error.code !== undefined && { code: error.code }),
        ...trace,
      };
    default:
      return error.kind satisfies never;
  }
}

const unavailableCause = {
  timeout: 'timeout',
  'connection-lost': 'unreachable',
  unreadable: 'error',
  'server-error': 'error',
} as const;

function isTokenCall(error: PlatformError): boolean {
  return error.endpoint.includes('/ims/');
}
