import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import { type AppError, AppFailure } from '@/lib/app-error';
import type { Log } from './log';
import { PlatformError } from './platform/platform-error';
import { toAppError } from './platform/to-app-error';

/**
 * Turns what a handler threw into the one thing that may leave the server. Framework control flow (redirect,
 * not-found) is rethrown; whatever nobody foresaw is logged under an incident id and leaves as that id.
 */
export function toFailure(error: unknown, { name, log }: { name: string; log: Log }): AppError {
  unstable_rethrow(error);
  if (error instanceof AppFailure) return error.error;
  if (error instanceof PlatformError) {
    log.warn({ name, err: error }, 'platform call failed');
    return toAppError(error, name, !error.endpoint.startsWith('GET '));
  }
  const incidentId = randomUUID();
  log.error({ name, incidentId, err: error }, 'unexpected failure');
  return { kind: 'unexpected', incidentId };
}
