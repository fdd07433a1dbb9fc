import { describe, expect, it } from 'vitest';
import { PlatformError } from '../platform/platform-error';
import { createServiceTokenSource } from './service-token';

type Reply = { status?: number; headers?: Record<string, string>; body: unknown };

function setUp(replies: Reply[], changes: Partial<Parameters<typeof createServiceTokenSource>[0]> = {}) {
  const sent: { url: string; body: string; redirect: string | undefined }[] = [];
  let monotonicMs = 1_000;
  const source = createServiceTokenSource({
    imsBaseUrl: 'https://ims.example.com',
    clientId: 'client',
    clientSecret: 'p8e-very-secret',
    scopes: ['openid', 'session'],
    now: () => Date.now(),
    timeScale: 1,
    monotonicMs: () => monotonicMs,
    fetch: async (url, init) => {
      sent.push({ url: String(url), body: String(init?.body), redirect: init?.redirect });
      const { body, ...reply } = replies[Math.min(sent.length, replies.length) - 1] ?? { body: {} };
      return Response.json(body, reply);
    },
    ...changes,
  });
  return {
    source,
    sent,
    pass: (milliseconds: number) => {
      monotonicMs += milliseconds;
    },
  };
}

const token = (name: string, expiresIn: number | string = 86_399): Reply => ({
  body: { access_token: name, token_type: 'bearer', expires_in: expiresIn },
});

describe('createServiceTokenSource', () => {
  it('asks once in the body for however many callers, and keeps the token', async () => {
    const { source, sent } = setUp([token('a')]);
    expect(await Promise.all([source.accessToken(), source.accessToken(), source.accessToken()])).toEqual([
      'a',
      'a',
      'a',
    ]);
    expect(await source.accessToken()).toBe('a');
    expect(sent).toEqual([
      {
        url: 'https://ims.example.com/ims/token/v3',
        body: 'client_id=client&client_secret=p8e-very-secret&grant_type=client_credentials&scope=openid%2Csession',
        redirect: 'manual',
      },
    ]);
  });

  it('sends nothing before Retry-After is over, whoever asks meanwhile, and says how long that is', async () => {
    const throttled = { status: 429, headers: { 'retry-after': '20' }, body: { error: 'throttled' } };
    const { source, sent, pass } = setUp([throttled, token('a')]);
    const ask = async () => {
      const error = await source.accessToken().catch((reason: unknown) => reason);
      return error instanceof PlatformError ? [error.kind, error.retryAfterSeconds] : error;
    };
    expect(await Promise.all([ask(), ask()])).toEqual([
      ['rate-limited', 20],
      ['rate-limited', 20],
    ]);
    pass(5_000);
    expect(await ask()).toEqual(['rate-limited', 15]);
    expect(sent).toHaveLength(1);
    pass(15_000);
    expect(await source.accessToken()).toBe('a');
    expect(sent).toHaveLength(2);
  });

  it('does not keep people from trying for longer than a quarter of an hour', async () => {
    const throttled = { status: 429, headers: { 'retry-after': '86400' }, body: { error: 'throttled' } };
    const { source, pass } = setUp([throttled, token('a')]);
    await expect(source.accessToken()).rejects.toThrow('rate-limited');
    pass(900_000);
    expect(await source.accessToken()).toBe('a');
  });

  it('asks again five minutes before the end', async () => {
    const { source, sent, pass } = setUp([token('a', 3_600), token('b')]);
    await source.accessToken();
    pass(3_299_000);
    expect(await source.accessToken()).toBe('a');
    pass(2_000);
    expect(await source.accessToken()).toBe('b');
    expect(sent.length).toBe(2);
  });

  it('takes more than a million for milliseconds', async () => {
    const { source, pass } = setUp([token('a', 86_399_992), token('b')]);
    await source.accessToken();
    pass(86_000_000);
    expect(await source.accessToken()).toBe('a');
    pass(200_000);
    expect(await source.accessToken()).toBe('b');
  });

  it('uses a token that lives shorter than the margin for half its life', async () => {
    const { source, pass, sent } = setUp([token('a', 60), token('b', 60)]);
    await source.accessToken();
    pass(29_000);
    expect(await source.accessToken()).toBe('a');
    pass(2_000);
    expect(await source.accessToken()).toBe('b');
    expect(sent.length).toBe(2);
  });

  it('is not confused by a clock that jumps', async () => {
    const { source, sent } = setUp([token('a')], { now: () => 0 });
    await source.accessToken();
    expect(await source.accessToken()).toBe('a');
    expect(sent.length).toBe(1);
  });

  it('renews once for many callers that were refused with the same token', async () => {
    const { source, sent } = setUp([token('a'), token('b'), token('c')]);
    await source.accessToken();
    const refused = { renew: true, refused: 'a' };
    expect(await Promise.all([source.accessToken(refused), source.accessToken(refused)])).toEqual(['b', 'b']);
    expect(await source.accessToken(refused)).toBe('b');
    expect(await source.accessToken({ renew: true, refused: 'b' })).toBe('c');
    expect(sent.length).toBe(3);
  });

  it('does not hold on to a failure, and says nothing of the secret', async () => {
    const refused = {
      status: 400,
      body: { error: 'invalid_client', error_description: 'bad p8e-very-secret' },
    };
    const { source } = setUp([refused, token('b')]);
    const error = await source.accessToken().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PlatformError);
    expect(error).toMatchObject({
      kind: 'rejected',
      endpoint: 'POST /ims/token/v3',
      code: 'invalid_client',
      detail: 'bad [removed]',
    });
    expect(await source.accessToken()).toBe('b');
  });

  it.each([
    { access_token: 'a\r\nx: 1', expires_in: 10 },
    { access_token: '', expires_in: 10 },
    { access_token: 'a', expires_in: -1 },
    { access_token: 'a' },
    [],
  ])('refuses an answer without a usable token: %j', async (body) => {
    const { source } = setUp([{ body }]);
    expect(await source.accessToken().catch((reason: unknown) => reason)).toMatchObject({
      kind: 'unreadable',
    });
  });
});
