import { PlatformError } from './platform-error';

/**
 * What a failed mutation left behind. `unknown` may only be answered by looking, never by sending again; anything that
 * is not certainly harmless is `unknown`.
 */
export function classifyOutcome(error: unknown): 'not-done' | 'unknown' {
  if (!(error instanceof PlatformError)) return 'unknown';
  // Without a token the mutation itself was never sent, or was answered by 401.
  if (error.endpoint.includes('/ims/')) return 'not-done';
  switch (error.kind) {
    case 'not-sent':
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'stale':
    case 'rate-limited':
      return 'not-done';
    case 'rejected':
      return error.status === undefined || [400, 409, 415, 422].includes(error.status)
        ? 'not-done'
        : 'unknown';
    case 'timeout':
    case 'connection-lost':
    case 'unreadable':
    case 'server-error':
      return 'unknown';
    default:
      return error.kind satisfies never;
  }
}
