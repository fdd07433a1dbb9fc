import type { AppError } from '@/lib/app-error';

/** The HTTP status for a failure; the body says the rest. */
export function statusOf(error: AppError): number {
  switch (error.kind) {
    case 'invalid-input':
      return 400;
    case 'signed-out':
      return 401;
    case 'not-allowed':
      return 403;
    case 'not-found':
      return 404;
    case 'stale':
      return 409;
    case 'source-refused':
      return 422;
    case 'rate-limited':
      return 429;
    case 'platform-rejected':
    case 'outcome-unknown':
      return 502;
    case 'platform-unavailable':
      return error.cause === 'timeout' ? 504 : 503;
    case 'unexpected':
      return 500;
    default:
      return error satisfies never;
  }
}
