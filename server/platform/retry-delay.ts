import type { PlatformError } from './platform-error';
import { type CallKind, policy } from './policy';
import { UnreadableReply } from './unreadable-reply';

/**
 * Milliseconds to wait before sending again, unscaled, or undefined when the error must reach the caller. `attempt`
 * counts what was sent so far, from 1.
 */
export function retryDelayMs(error: PlatformError, attempt: number, kind: CallKind): number | undefined {
  if (attempt >= policy.attempts) return undefined;
  // Certainly not executed: harmless to repeat whatever it was.
  if (error.kind === 'not-sent') return jittered('transient', attempt);
  // A mutation's outcome may be unknown now; only somebody who can look it up may send again.
  if (kind === 'mutation') return undefined;
  switch (error.kind) {
    case 'rate-limited':
    case 'server-error':
      return obedientDelayMs(error, attempt);
    case 'connection-lost':
      return jittered('transient', attempt);
    case 'timeout':
      return attempt < policy.attemptsAfterTimeout ? jittered('transient', attempt) : undefined;
    case 'unreadable':
      return isWorthRepeating(error) ? jittered('transient', attempt) : undefined;
    default:
      return undefined;
  }
}

function obedientDelayMs(error: PlatformError, attempt: number): number | undefined {
  // 501 and the like will not change by asking again.
  if (error.kind === 'server-error' && ![500, 502, 503, 504].includes(error.status ?? 0)) return undefined;
  if (error.retryAfterSeconds === undefined) {
    return jittered(error.kind === 'rate-limited' ? 'throttled' : 'transient', attempt);
  }
  if (error.retryAfterSeconds > policy.maximumRetryAfterSeconds) return undefined;
  // Never earlier than told; the jitter keeps those who were told together from coming back together.
  return error.retryAfterSeconds * 1000 + jittered('transient', 1);
}

// A redirect, a flood or another shape is what this address answers; a cut text or a gateway's page is bad luck.
function isWorthRepeating(error: PlatformError): boolean {
  return error.cause instanceof UnreadableReply && error.cause.reason === 'not-json';
}

function jittered(reason: keyof typeof policy.backOffMs, attempt: number): number {
  const { first, most } = policy.backOffMs[reason];
  return Math.random() * Math.min(most, first * 2 ** (attempt - 1));
}
