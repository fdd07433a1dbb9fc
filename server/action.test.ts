import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { AppFailure } from '@/lib/app-error';
import type { Role } from '@/lib/team/roles';
import type { Session } from './auth/session';
import { PlatformError } from './platform/platform-error';

const appUrl = 'https://tributary.example.com';
const world = vi.hoisted(() => ({
  headers: new Headers(),
  session: null as unknown,
  lines: [] as Record<string, unknown>[],
}));

vi.mock('next/headers', () => ({ headers: async () => world.headers }));
vi.mock('./auth/session', () => ({ getSession: async () => world.session }));
vi.mock('./auth/require-platform-context', () => ({
  requirePlatformContext: async (session: Session, sandboxName?: string) => ({
    sandboxName: sandboxName ?? session.sandboxName,
  }),
}));
vi.mock('./db/client', () => ({ getDb: async () => 'db' }));
vi.mock('./env', () => ({ getEnv: () => ({ appUrl: 'https://tributary.example.com' }) }));
vi.mock('./log', async () => {
  const { createLog } = await import('./create-log');
  return {
    getLog: () => createLog('trace', { write: (line: string) => void world.lines.push(JSON.parse(line)) }),
  };
});

const { action } = await import('./action');
const { redirect, notFound } = await import('next/navigation');

function aSession(role: Role): Session {
  return {
    sessionId: 's',
    person: { id: 'p', name: 'Ana', email: 'ana@example.com', role },
    orgId: 'A@AdobeOrg',
    sandboxName: 'prod' as Session['sandboxName'],
    authenticatedAtMs: 0,
  };
}

const handler = vi.fn();
const saveName = action(
  {
    name: 'save-name',
    permission: 'onboarding.edit',
    input: z.strictObject({
      name: z.string().min(1, 'Give it a name.'),
      nested: z.strictObject({ n: z.number() }).optional(),
    }),
  },
  handler,
);

beforeEach(() => {
  world.headers = new Headers({ origin: appUrl, host: 'tributary.example.com' });
  world.session = aSession('editor');
  world.lines.length = 0;
  handler.mockReset().mockResolvedValue('saved');
});

afterEach(() => {
  expect(JSON.stringify(world.lines)).not.toContain('canary');
});

describe('an action', () => {
  it('runs the handler with parsed input and what it needs', async () => {
    expect(await saveName({ name: 'x' })).toEqual({ ok: true, data: 'saved' });
    const [input, ctx] = handler.mock.calls[0] ?? [];
    expect(input).toEqual({ name: 'x' });
    expect({ ...ctx, log: undefined, now: undefined, platform: undefined }).toEqual({
      db: 'db',
      session: world.session,
      orgId: 'A@AdobeOrg',
      log: undefined,
      now: undefined,
      platform: undefined,
    });
    expect([await ctx.platform(), await ctx.platform('dev')]).toEqual([
      { sandboxName: 'prod' },
      { sandboxName: 'dev' },
    ]);
  });

  it.each([
    ['a foreign origin', { origin: 'https://e.example' }],
    ['the null origin', { origin: 'null' }],
    ['no origin', {}],
    ['the same host over http', { origin: 'http://tributary.example.com' }],
    [
      'a foreign origin with a forged forwarded host',
      { origin: 'https://e.example', 'x-forwarded-host': 'e.example' },
    ],
    ['our origin with a forged forwarded host', { origin: appUrl, 'x-forwarded-host': 'e.example' }],
  ])('refuses %s before it looks at anything else', async (_what, headers) => {
    world.headers = new Headers(headers as Record<string, string>);
    world.session = null;
    expect(await saveName({ canary: 1 })).toEqual({
      ok: false,
      error: { kind: 'not-allowed', permission: 'same-origin' },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('accepts the configured host as forwarded by a proxy in front', async () => {
    world.headers.set('x-forwarded-host', 'tributary.example.com');
    expect(await saveName({ name: 'x' })).toMatchObject({ ok: true });
  });

  it('asks who it is before it looks at the role, and at the role before it looks at the input', async () => {
    world.session = null;
    expect(await saveName({ wrong: 1 })).toEqual({ ok: false, error: { kind: 'signed-out' } });
    world.session = aSession('viewer');
    expect(await saveName({ wrong: 1 })).toEqual({
      ok: false,
      error: { kind: 'not-allowed', permission: 'onboarding.edit' },
    });
    world.session = aSession('editor');
    expect(await saveName({ name: 'x', ownerId: 'me', role: 'owner' })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input' },
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('says for each field what is wrong', async () => {
    expect(await saveName({ name: '', nested: { n: 1, m: 2 } })).toEqual({
      ok: false,
      error: {
        kind: 'invalid-input',
        fieldErrors: { name: 'Give it a name.', nested: expect.stringContaining('m') },
      },
    });
  });

  it.each([
    ['a map', new Map()],
    ['a set', new Set()],
    ['a date', new Date(0)],
    ['a big integer', 1n],
    ['a form', new FormData()],
    ['bytes', new Uint8Array(1)],
    ['a promise', Promise.resolve()],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a text with NUL', 'a\0'],
    ['half a surrogate pair', '\ud800'],
    ['an own key that pollutes', JSON.parse('{"__proto__":{"x":1}}')],
  ])('refuses %s anywhere in the input', async (_what, value) => {
    expect(await saveName({ name: value })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-input', fieldErrors: { name: expect.stringMatching(/\.$/) } },
    });
  });

  it('refuses input that refers to itself or is too deep or too large, at once', async () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const large = { name: Array.from({ length: 300_000 }, () => 0) };
    for (const input of [cycle, large]) {
      expect(await saveName(input)).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
    }
  });

  it('hands over failures that the screen knows', async () => {
    const error = { kind: 'stale', what: 'draft' } as const;
    handler.mockRejectedValue(new AppFailure(error));
    expect(await saveName({ name: 'x' })).toEqual({ ok: false, error });
  });

  it('calls a create that timed out unknown, and a read that timed out unavailable', async () => {
    handler.mockRejectedValueOnce(new PlatformError('timeout', 'POST /flows'));
    expect(await saveName({ name: 'x' })).toMatchObject({ error: { kind: 'outcome-unknown' } });
    handler.mockRejectedValueOnce(new PlatformError('timeout', 'GET /flows'));
    expect(await saveName({ name: 'x' })).toMatchObject({
      error: { kind: 'platform-unavailable', cause: 'timeout' },
    });
  });

  it('keeps the text of any other error inside and hands over an id that the log knows', async () => {
    handler.mockRejectedValue(new Error('insert into secrets failed'));
    const result = await saveName({ name: 'x' });
    expect(result).toEqual({ ok: false, error: { kind: 'unexpected', incidentId: expect.any(String) } });
    const logged = world.lines.find((line) => line.level === 'error');
    expect(logged).toMatchObject({
      err: { message: 'insert into secrets failed' },
      incidentId: result.ok || result.error.kind !== 'unexpected' ? '' : result.error.incidentId,
    });
  });

  it('lets the framework redirect', async () => {
    handler.mockImplementationOnce(async () => redirect('/sign-in'));
    await expect(saveName({ name: 'x' })).rejects.toThrow('NEXT_REDIRECT');
    handler.mockImplementationOnce(async () => notFound());
    await expect(saveName({ name: 'x' })).rejects.toThrow('404');
  });

  it('logs its name, outcome and duration, and nothing of the input', async () => {
    await saveName({ name: 'canary' });
    expect(world.lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        msg: 'action',
        action: 'save-name',
        outcome: 'ok',
        durationMs: expect.any(Number),
      },
    ]);
  });
});
