import { describe, expect, it } from 'vitest';
import { callPlatform } from './http';
import type { PlatformContext } from './platform-context';
import { failureOf } from './test-support';
import { context, created, id, json, mutation, read, upstream } from './test-upstream';

describe('what a call sends', () => {
  it('carries the four headers, a request id and the content type beside a body', async () => {
    const { url, hits } = await upstream((_, response) => json(response, 201, created));
    await callPlatform(context(`${url}/gateway`), { ...mutation, ifMatch: '"e0"' });
    expect(hits).toMatchObject([
      {
        method: 'POST',
        url: '/gateway/data/foundation/flowservice/flows',
        headers: {
          authorization: 'Bearer token-1',
          'x-api-key': 'client',
          'x-gw-ims-org-id': 'ORG@AdobeOrg',
          'x-sandbox-name': 'prod',
          'content-type': 'application/json',
          accept: 'application/json',
          'if-match': '"e0"',
          'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    ]);
  });

  it.each(['..', '.', '%2e%2e', 'a/../b', 'a?b', 'a#b', '', 'a b', 'a\\b', '../connections'])(
    'refuses the id %j before anything leaves',
    async (bad) => {
      const { url, hits } = await upstream((_, response) => json(response, 200, created));
      const error = await failureOf(callPlatform(context(url), { ...read, params: { id: bad } }));
      expect({ kind: error.kind, endpoint: error.endpoint, hits: hits.length }).toEqual({
        kind: 'not-found',
        endpoint: 'GET /flows/{id}',
        hits: 0,
      });
    },
  );

  it('keeps a schema id, which is a URL, inside one path segment', async () => {
    const { url, hits } = await upstream((_, response) => json(response, 200, created));
    const call = { ...read, params: { id: 'https://ns.adobe.com/tenant/schemas/1a' } };
    await callPlatform(context(url), call);
    expect(hits[0]?.url).toBe(
      '/data/foundation/flowservice/flows/https%3A%2F%2Fns.adobe.com%2Ftenant%2Fschemas%2F1a',
    );
  });

  it.each([
    { sandboxName: 'prod\r\nx-evil: 1' },
    { sandboxName: 'prod\n' },
    { sandboxName: 'PROD' },
    { orgId: 'ORG\tX' },
    { orgId: 'ORG\n' },
    { clientId: 'clié' },
    { accessToken: async () => 'token\r\nx-evil: 1' },
    { accessToken: async () => 'x'.repeat(20_000) },
  ])('refuses header values that break headers: %j', async (bad) => {
    const { url, hits } = await upstream((_, response) => json(response, 200, created));
    const error = await failureOf(
      callPlatform({ ...context(url), ...(bad as Partial<PlatformContext>) }, read),
    );
    expect({ kind: error.kind, hits: hits.length }).toEqual({ kind: 'rejected', hits: 0 });
    expect(JSON.stringify({ ...error, message: error.message })).not.toMatch(/evil|clié|xxxx/);
  });

  it('refuses an etag that would add a header', async () => {
    const { url, hits } = await upstream((_, response) => json(response, 200, created));
    await failureOf(callPlatform(context(url), { ...mutation, ifMatch: '"e"\r\nx-evil: 1' }));
    expect(hits).toEqual([]);
  });
});

describe('tokens', () => {
  it('renews once after a 401 and repeats, a mutation too', async () => {
    const asked: boolean[] = [];
    const { url, hits } = await upstream((request, response) =>
      request.headers.authorization === 'Bearer token-2'
        ? json(response, 201, created)
        : json(response, 401, { error_code: '401013', message: 'Oauth token is not valid' }),
    );
    const ctx = context(url, {
      accessToken: async ({ renew } = { renew: false }) => {
        asked.push(renew);
        return renew ? 'token-2' : 'token-1';
      },
    });
    expect(await callPlatform(ctx, mutation)).toEqual({ id });
    expect({ asked, hits: hits.length }).toEqual({ asked: [false, true], hits: 2 });
  });

  it('does not renew a second time', async () => {
    const { url, hits } = await upstream((_, response) =>
      json(response, 401, { error_code: '401013', message: 'Oauth token is not valid' }),
    );
    const { kind, code } = await failureOf(callPlatform(context(url), read));
    expect({ kind, code, hits: hits.length }).toEqual({ kind: 'unauthorized', code: '401013', hits: 2 });
  });
});

describe('throttling', () => {
  const body = { error_code: '429050', message: 'Too many requests' };

  it('waits as many seconds as told before reading again', async () => {
    const { url, hits } = await upstream((_, response, nth) =>
      nth === 1 ? json(response, 429, body, { 'retry-after': '4' }) : json(response, 200, created),
    );
    expect(await callPlatform(context(url), read)).toEqual({ id });
    expect((hits[1]?.atMs ?? 0) - (hits[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(199);
  });

  it('measures a date against the server’s own clock', async () => {
    const dates = {
      date: 'Sat, 21 Nov 2026 10:00:00 GMT',
      'retry-after': 'Sat, 21 Nov 2026 10:00:03 GMT',
    };
    const { url, hits } = await upstream((_, response, nth) =>
      nth === 1 ? json(response, 429, body, dates) : json(response, 200, created),
    );
    expect(await callPlatform(context(url), read)).toEqual({ id });
    expect((hits[1]?.atMs ?? 0) - (hits[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(149);
  });

  it('backs off by itself without being told', async () => {
    const { url, hits } = await upstream((_, response, nth) =>
      nth < 4 ? json(response, 429, body) : json(response, 200, created),
    );
    expect(await callPlatform(context(url), read)).toEqual({ id });
    expect(hits.length).toBe(4);
  });

  it('leaves a long wait, and every throttled mutation, to its caller', async () => {
    const { url, hits } = await upstream((_, response) => json(response, 429, body, { 'retry-after': '31' }));
    const errors = [
      await failureOf(callPlatform(context(url), read)),
      await failureOf(callPlatform(context(url), mutation)),
    ];
    expect(errors.map(({ kind, retryAfterSeconds }) => ({ kind, retryAfterSeconds }))).toEqual([
      { kind: 'rate-limited', retryAfterSeconds: 31 },
      { kind: 'rate-limited', retryAfterSeconds: 31 },
    ]);
    expect(hits.length).toBe(2);
  });

  it.each([500, 502, 503, 504])('repeats a read after %i, never a mutation', async (status) => {
    const { url, hits } = await upstream((request, response, nth) =>
      request.method === 'POST' || nth === 1 ? json(response, status, {}) : json(response, 200, created),
    );
    expect(await callPlatform(context(url), read)).toEqual({ id });
    expect((await failureOf(callPlatform(context(url), mutation))).kind).toBe('server-error');
    expect(hits.length).toBe(3);
  });
});
