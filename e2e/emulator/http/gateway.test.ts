import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorCode, flowService, startTestClient, type TestCall, type TestClient } from '../test-client';
import { addTenant } from '../test-tenant';

let client: TestClient;
beforeAll(async () => {
  client = await startTestClient();
});
afterAll(() => client.close());

const list = `${flowService}/connections`;

const refusals: [string, TestCall['headers'], number, string][] = [
  ['no token', { authorization: undefined }, 403, '403010'],
  ['an unknown token', { authorization: 'Bearer nonsense' }, 401, '401013'],
  ['a token of another scheme', { authorization: 'Basic abc' }, 401, '401013'],
  ['no api key', { 'x-api-key': undefined }, 403, '403000'],
  ['the api key of another client', { 'x-api-key': 'tributary-web' }, 403, '403003'],
  ['no organisation', { 'x-gw-ims-org-id': undefined }, 400, '400003'],
  ['a foreign organisation', { 'x-gw-ims-org-id': 'OTHER@AdobeOrg' }, 403, '403025'],
  ['no sandbox', { 'x-sandbox-name': undefined }, 400, 'FLOW-2105-400'],
  ['an unknown sandbox', { 'x-sandbox-name': '__proto__' }, 404, 'FLOW-2100-404'],
];

test.each(refusals)('a request with %s is refused', async (_label, headers, status, code) => {
  const reply = await client.call(list, { headers });
  expect({ status: reply.status, code: errorCode(reply) }).toEqual({ status, code });
});

test('gateway errors have the gateway shape and every answer a request id', async () => {
  const reply = await client.raw(list);
  expect(reply.body).toEqual({ error_code: '403010', message: 'Oauth token is missing.' });
  expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('a person’s token opens no service', async () => {
  const headers = { authorization: `Bearer ${await userToken()}`, 'x-api-key': 'tributary-web' };
  expect(errorCode(await client.call(list, { headers }))).toBe('403003');
});

async function userToken(): Promise<string> {
  const redirect = 'http://127.0.0.1:3000/api/auth/callback/ims';
  const query = `client_id=tributary-web&scope=openid&redirect_uri=${encodeURIComponent(redirect)}`;
  const chosen = await client.raw(`/ims/authorize/v2?${query}`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'ana@example.com' }),
  });
  const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const reply = await client.raw('/ims/token/v3', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: 'tributary-web',
      client_secret: 'tributary-web-secret',
    }),
  });
  return String(at(reply, 'body.access_token'));
}

test('an unknown path is the gateway’s 404 and is in the journal as unknown', async () => {
  const reply = await client.call('/data/foundation/nowhere');
  expect({ status: reply.status, code: errorCode(reply) }).toEqual({ status: 404, code: '404000' });
  expect(client.emulator.control.journal({ op: 'unknown' }).at(-1)).toMatchObject({
    path: '/data/foundation/nowhere',
    status: 404,
  });
});

test('a wrong method is 405 and names the right ones', async () => {
  const reply = await client.call(`${flowService}/runs`, { method: 'DELETE' });
  expect({ status: reply.status, allow: reply.headers.get('allow') }).toEqual({
    status: 405,
    allow: 'GET, POST',
  });
});

test('a trailing slash and percent-encoded segments make no difference', async () => {
  expect((await client.call(`${list}/`)).status).toBe(200);
  expect((await client.call('/data/foundation/flowservice/%63onnections')).status).toBe(200);
  expect(errorCode(await client.call(`${list}/%ZZ`))).toBe('400000');
});

const bodies: [string, string, Record<string, string>, number][] = [
  ['broken JSON', '{"name": }', {}, 400],
  ['a trailing comma', '{"name":"a",}', {}, 400],
  ['a doubled key', '{"name":"a","name":"b"}', {}, 400],
  ['a number beyond a double', '{"name":1e400}', {}, 400],
  ['nesting of 65', `${'['.repeat(70)}${']'.repeat(70)}`, {}, 400],
  ['20,000 levels', '['.repeat(20_000), {}, 400],
  ['a byte order mark', '\ufeff{}', {}, 400],
  ['text', '"text"', {}, 400],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['an unknown encoding', '{}', { 'content-encoding': 'gzip' }, 415],
  ['more than 1 MB', `"${'x'.repeat(1_100_000)}"`, {}, 413],
];

test.each(bodies)(
  'a body with %s is refused in the shape of the service',
  async (_label, body, headers, status) => {
    const reply = await client.call(list, { body, headers });
    expect(reply.status).toBe(status);
    expect(at(reply, 'body.type')).toMatch(
      /^https:\/\/ns\.adobe\.com\/aep\/errors\/(?:FLOW|CONNECTOR)-\d{4}-\d{3}$/,
    );
    expect((await client.call(list)).status).toBe(200);
  },
);

test('names that mean something to JavaScript are data like any other', async () => {
  const body = JSON.stringify({ name: 'x', description: 'y' }).replace('"x"', '"constructor"');
  const polluted = body.replace('{', '{"__proto__":{"polluted":true},');
  expect(errorCode(await client.call(list, { body: polluted }))).toBe('CONNECTOR-1312-400');
  expect('polluted' in {}).toBe(false);
  for (const id of ['__proto__', 'constructor', 'toString']) {
    expect(errorCode(await client.call(`${list}/${id}`))).toBe('FLOW-1439-404');
  }
});

test('organisations and sandboxes do not see each other’s objects', async () => {
  const other = await addTenant(client, 'cell-0001');
  const created = await client.call(list, {
    body: {
      name: 'Mine',
      connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
      auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk_test_tributary' } },
    },
  });
  const path = `${list}/${at(created, 'body.id')}`;
  expect((await client.call(path)).status).toBe(200);
  expect((await client.call(path, { sandbox: 'dev' })).status).toBe(404);
  expect((await client.call(path, { headers: other.headers })).status).toBe(404);
  expect(errorCode(await client.call(path, { headers: { 'x-gw-ims-org-id': other.orgId } }))).toBe('403025');
});
