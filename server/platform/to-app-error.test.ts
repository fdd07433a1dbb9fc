import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/app-error';
import { PlatformError } from './platform-error';
import { toAppError } from './to-app-error';

const requestId = 'r-1';

describe('toAppError', () => {
  it.each<[string, PlatformError, boolean, AppError]>([
    [
      'a lost create',
      new PlatformError('connection-lost', 'POST /flows', { requestId }),
      true,
      { kind: 'outcome-unknown', what: 'dataflow', requestId },
    ],
    [
      'a lost read',
      new PlatformError('connection-lost', 'GET /flows/{id}', { requestId }),
      false,
      { kind: 'platform-unavailable', cause: 'unreachable', requestId },
    ],
    [
      'a read past its deadline',
      new PlatformError('timeout', 'GET /flows/{id}'),
      false,
      { kind: 'platform-unavailable', cause: 'timeout' },
    ],
    [
      'a create that never left',
      new PlatformError('not-sent', 'POST /flows'),
      true,
      { kind: 'platform-unavailable', cause: 'unreachable' },
    ],
    [
      'a create without a token',
      new PlatformError('timeout', 'POST /ims/token/v3'),
      true,
      { kind: 'platform-unavailable', cause: 'timeout' },
    ],
    [
      'a refusal',
      new PlatformError('rejected', 'POST /flows', {
        status: 400,
        code: 'FLOW-1425-400',
        title: 'Bad request',
        detail: 'Versions differ.',
        requestId,
      }),
      true,
      {
        kind: 'platform-rejected',
        status: 400,
        title: 'Bad request',
        detail: 'Versions differ.',
        code: 'FLOW-1425-400',
        requestId,
      },
    ],
    [
      'a refusal without words',
      new PlatformError('rejected', 'POST /dataSets', { status: 400 }),
      true,
      { kind: 'platform-rejected', status: 400, title: 'Adobe refused the request' },
    ],
    [
      'a missing right',
      new PlatformError('forbidden', 'POST /dataSets', { status: 403 }),
      true,
      { kind: 'not-allowed', permission: 'Manage Datasets' },
    ],
    [
      'a missing right to look',
      new PlatformError('forbidden', 'GET /tenant/schemas', { status: 403 }),
      false,
      { kind: 'not-allowed', permission: 'View Schemas' },
    ],
    [
      'a credential without a profile',
      new PlatformError('forbidden', 'GET /flows', { status: 403, code: '403025' }),
      false,
      { kind: 'not-allowed', permission: 'a product profile for the Adobe credential' },
    ],
    ['an ended session', new PlatformError('unauthorized', 'GET /flows'), false, { kind: 'signed-out' }],
    [
      'a refused refresh token',
      new PlatformError('rejected', 'POST /ims/token/v3', { status: 400, code: 'invalid_grant' }),
      false,
      { kind: 'signed-out' },
    ],
    [
      'a wrong client secret',
      new PlatformError('unauthorized', 'POST /ims/token/v3', { code: 'invalid_client' }),
      false,
      { kind: 'not-allowed', permission: 'a working Adobe credential' },
    ],
    [
      'a moved etag',
      new PlatformError('stale', 'PATCH /flows/{id}'),
      true,
      { kind: 'stale', what: 'dataflow' },
    ],
    [
      'a missing object',
      new PlatformError('not-found', 'GET /flows/{id}'),
      false,
      { kind: 'not-found', what: 'dataflow' },
    ],
    [
      'throttling without a word on how long',
      new PlatformError('rate-limited', 'GET /flows', { status: 429 }),
      false,
      { kind: 'rate-limited', retryAfterSeconds: 20 },
    ],
  ])('shows %s', (_, error, mutation, expected) => {
    expect(toAppError(error, 'dataflow', mutation)).toEqual(expected);
  });
});
