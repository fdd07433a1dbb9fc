import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type AppError, AppFailure } from '@/lib/app-error';

const world = vi.hoisted(() => ({ session: null as unknown }));

vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('./auth/session', () => ({ getSession: async () => world.session }));
vi.mock('./auth/require-platform-context', () => ({ requirePlatformContext: async () => ({}) }));
vi.mock('./db/client', () => ({ getDb: async () => 'db' }));
vi.mock('./env', () => ({ getEnv: () => ({}), getLogLevel: () => 'silent' }));

const { read } = await import('./read');

const handler = vi.fn();
const getRows = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ id: z.uuid('This is no id.') }),
    query: z.strictObject({ page: z.coerce.number().int().default(1) }),
  },
  handler,
);

const id = '3f1c5a52-1b1c-4c8e-9d3e-111111111111';
const url = 'https://tributary.example.com/api/rows';

function ask(search = '', headers: Record<string, string> = {}, params: unknown = { id }) {
  return getRows(new Request(`${url}${search}`, { headers }), { params: Promise.resolve(params) });
}

beforeEach(() => {
  world.session = { person: { role: 'viewer' }, orgId: 'A@AdobeOrg', sandboxName: null };
  handler.mockReset().mockResolvedValue({ rows: [1] });
});

describe('a read', () => {
  it('answers JSON that nothing may keep', async () => {
    const response = await ask('?page=2');
    expect({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.json(),
    }).toEqual({
      status: 200,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'application/json',
        'x-content-type-options': 'nosniff',
      },
      body: { rows: [1] },
    });
    expect(handler.mock.calls[0]?.[0]).toEqual({ params: { id }, query: { page: 2 } });
  });

  it('answers null for nothing', async () => {
    handler.mockResolvedValue(undefined);
    expect(await (await ask()).json()).toBeNull();
  });

  it.each([
    [
      'without a session',
      () => {
        world.session = null;
      },
      401,
      { kind: 'signed-out' },
    ],
    ['from another site', () => undefined, 403, { kind: 'not-allowed', permission: 'same-origin' }],
  ])('refuses a request %s', async (what, arrange, status, error) => {
    arrange();
    const response = await ask('', {
      'sec-fetch-site': what === 'from another site' ? 'cross-site' : 'same-origin',
    });
    expect([response.status, await response.json()]).toEqual([status, { error }]);
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    ['?page=1&page=2', { page: 'Give this parameter once.' }],
    ['?other=1', { '': expect.stringContaining('other') }],
  ])('refuses the parameters %s', async (search, fieldErrors) => {
    const response = await ask(search);
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: { kind: 'invalid-input', fieldErrors } },
    ]);
  });

  it('refuses path parameters of another form', async () => {
    const response = await ask('', {}, { id: '..' });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: { kind: 'invalid-input', fieldErrors: { id: 'This is no id.' } } },
    ]);
  });

  const failures: [AppError, number][] = [
    [{ kind: 'not-allowed' }, 403],
    [{ kind: 'not-found', what: 'onboarding' }, 404],
    [{ kind: 'stale', what: 'draft' }, 409],
    [{ kind: 'rate-limited', retryAfterSeconds: 1.2 }, 429],
    [{ kind: 'platform-rejected', status: 400, title: 'No' }, 502],
    [{ kind: 'outcome-unknown', what: 'dataflow' }, 502],
    [{ kind: 'platform-unavailable', cause: 'unreachable' }, 503],
    [{ kind: 'platform-unavailable', cause: 'timeout' }, 504],
    [{ kind: 'source-refused', reason: 'key-expired' }, 422],
  ];

  it.each(failures)('answers %j with status %i', async (error, status) => {
    handler.mockRejectedValue(new AppFailure(error));
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([status, { error }]);
    expect(response.headers.get('retry-after')).toBe(error.kind === 'rate-limited' ? '2' : null);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('keeps the text of an unexpected error inside', async () => {
    handler.mockRejectedValue(new Error('select * from people'));
    const response = await ask();
    expect([response.status, await response.json()]).toEqual([
      500,
      { error: { kind: 'unexpected', incidentId: expect.any(String) } },
    ]);
  });
});
