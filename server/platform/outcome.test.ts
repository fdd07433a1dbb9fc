import { describe, expect, it } from 'vitest';
import { classifyOutcome } from './outcome';
import { PlatformError, type PlatformErrorKind } from './platform-error';

describe('classifyOutcome', () => {
  it.each<[PlatformErrorKind, number | undefined, 'not-done' | 'unknown']>([
    ['not-sent', undefined, 'not-done'],
    ['unauthorized', 401, 'not-done'],
    ['forbidden', 403, 'not-done'],
    ['not-found', 404, 'not-done'],
    ['stale', 412, 'not-done'],
    ['rate-limited', 429, 'not-done'],
    ['rejected', 400, 'not-done'],
    ['rejected', 409, 'not-done'],
    ['rejected', 422, 'not-done'],
    ['rejected', 418, 'unknown'],
    ['timeout', undefined, 'unknown'],
    ['timeout', 408, 'unknown'],
    ['connection-lost', undefined, 'unknown'],
    ['unreadable', 201, 'unknown'],
    ['unreadable', 404, 'unknown'],
    ['server-error', 500, 'unknown'],
    ['server-error', 503, 'unknown'],
  ])('says of %s with status %s that the mutation is %s', (kind, status, expected) => {
    expect(classifyOutcome(new PlatformError(kind, 'POST /flows', { status }))).toBe(expected);
  });

  it('knows that nothing was done when not even a token came', () => {
    expect(classifyOutcome(new PlatformError('timeout', 'POST /ims/token/v3'))).toBe('not-done');
  });

  it('knows nothing of errors from elsewhere', () => {
    expect(classifyOutcome(new Error('boom'))).toBe('unknown');
  });
});
