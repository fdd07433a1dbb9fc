import { createHash } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, errorCode, startTestClient, type TestClient, testNowMs } from '../test-client';

let client: TestClient;
let nowMs = testNowMs;
beforeEach(async () => {
  nowMs = testNowMs;
  client = await startTestClient({ nowMs: () => nowMs });
});
afterEach(() => client.close());

const redirectUri = 'http://localhost:3000/api/auth/callback/ims';
const verifier = 'v'.repeat(50);
const challenge = createHash('sha256').update(verifier).digest('base64url');

function authorizeQuery(extra: Record<string, string> = {}): string {
  return new URLSearchParams({
    client_id: 'tributary-web',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile offline_access',
    state: 'st-1',
    nonce: 'no-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...extra,
  }).toString();
}

async function signIn(extra: Record<string, string> = {}) {
  const reply = await client.raw(`/ims/authorize/v2?${authorizeQuery(extra)}`, {
    method: 'POST',
    body: new URLSearchParams({ person: 'ana@example.com' }),
  });
  const location = new URL(reply.headers.get('location') ?? '');
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { location, cookie, code: location.searchParams.get('code') ?? '' };
}

function token(fields: Record<string, string>, headers: Record<string, string> = {}) {
  return client.raw('/ims/token/v3', { method: 'POST', body: new URLSearchParams(fields), headers });
}

const web = { client_id: 'tributary-web', client_secret: 'tributary-web-secret' };
const exchange = (code: string) => ({
  grant_type: 'authorization_code',
  code,
  code_verifier: verifier,
  ...web,
});

test('discovery names endpoints on the origin by which the client came', async () => {
  const reply = await client.raw('/ims/.well-known/openid-configuration');
  expect(reply.body).toMatchObject({
    issuer: client.url,
    authorization_endpoint: `${client.url}/ims/authorize/v2`,
    token_endpoint: `${client.url}/ims/token/v3`,
    jwks_uri: `${client.url}/ims/keys`,
    code_challenge_methods_supported: ['S256', 'plain'],
  });
  expect(reply.body).not.toHaveProperty('end_session_endpoint');
});

test('the sign-in page lists the four people and loads nothing from elsewhere', async () => {
  const reply = await client.raw(`/ims/authorize/v2?${authorizeQuery()}`);
  expect(reply.text.match(/name="person" value="[^"]+"/g)).toEqual([
    'name="person" value="ana@example.com"',
    'name="person" value="ben@example.com"',
    'name="person" value="cleo@example.com"',
    'name="person" value="dev@example.com"',
  ]);
  expect(reply.text).toContain('<html lang="en">');
  expect(reply.text).toMatch(/<main>[\s\S]*<h1>/);
  expect(reply.text).not.toMatch(/https?:\/\/(?!localhost)/);
});

test('an unknown client or a foreign return address gets a page, never a redirect', async () => {
  const wrong = [
    authorizeQuery({ client_id: 'nobody' }),
    authorizeQuery({ redirect_uri: 'https://evil.example/callback' }),
    authorizeQuery({ redirect_uri: 'http://localhost.evil.example/' }),
    authorizeQuery({ redirect_uri: 'javascript:alert(1)' }),
  ];
  for (const query of wrong) {
    const reply = await client.raw(`/ims/authorize/v2?${query}`);
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
  }
});

test('code with PKCE gives a signed id token that carries nonce and person', async () => {
  const { code, location } = await signIn();
  expect(location.searchParams.get('state')).toBe('st-1');
  const reply = await token(exchange(code));
  expect(reply.status).toBe(200);
  const keys = (await client.raw('/ims/keys')).body as JSONWebKeySet;
  const { payload } = await jwtVerify(String(at(reply, 'body.id_token')), createLocalJWKSet(keys), {
    issuer: client.url,
    audience: 'tributary-web',
    currentDate: new Date(nowMs),
  });
  expect(payload).toMatchObject({
    nonce: 'no-1',
    email: 'ana@example.com',
    email_verified: true,
    name: 'Ana Alvarez',
    iat: nowMs / 1000,
    auth_time: nowMs / 1000,
  });
});

test('a code works once, within a minute, for its client and with its verifier', async () => {
  const first = await signIn();
  expect((await token({ ...exchange(first.code), code_verifier: 'w'.repeat(50) })).status).toBe(400);
  const granted = await token(exchange(first.code));
  expect(granted.status).toBe(200);
  expect(errorCode(await token(exchange(first.code)))).toBe('invalid_grant');
  const access = `Bearer ${at(granted, 'body.access_token')}`;
  expect((await client.raw('/ims/userinfo/v2', { headers: { authorization: access } })).status).toBe(401);

  const late = await signIn();
  nowMs += 61_000;
  expect(errorCode(await token(exchange(late.code)))).toBe('invalid_grant');
  const other = await signIn();
  expect(errorCode(await token({ ...exchange(other.code), client_secret: 'wrong' }))).toBe('invalid_client');
});

test('the client may authenticate by HTTP Basic', async () => {
  const { code } = await signIn();
  const basic = Buffer.from('tributary-web:tributary-web-secret').toString('base64');
  const fields = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  };
  expect((await token(fields, { authorization: `Basic ${basic}` })).status).toBe(200);
});

test('a refresh token is replaced at each use and works once', async () => {
  const { code } = await signIn();
  const first = String(at(await token(exchange(code)), 'body.refresh_token'));
  const refresh = (value: string) => token({ grant_type: 'refresh_token', refresh_token: value, ...web });
  const second = String(at(await refresh(first), 'body.refresh_token'));
  expect(second).not.toBe(first);
  expect(errorCode(await refresh(first))).toBe('invalid_grant');
  expect((await refresh(second)).status).toBe(200);
});

test('a session signs in silently until prompt=login or logout', async () => {
  const { cookie } = await signIn();
  const headers = { cookie };
  const silent = await client.raw(`/ims/authorize/v2?${authorizeQuery()}`, { headers });
  expect([silent.status, silent.headers.get('location')?.includes('code=')]).toEqual([302, true]);
  expect(
    (await client.raw(`/ims/authorize/v2?${authorizeQuery({ prompt: 'login' })}`, { headers })).status,
  ).toBe(200);

  const out = await client.raw(`/ims/logout/v1?client_id=tributary-web&redirect_uri=${redirectUri}`, {
    headers,
  });
  expect([out.status, out.headers.get('location')]).toEqual([302, redirectUri]);
  expect((await client.raw(`/ims/authorize/v2?${authorizeQuery()}`, { headers })).status).toBe(200);
  const none = await client.raw(`/ims/authorize/v2?${authorizeQuery({ prompt: 'none' })}`, { headers });
  expect(none.headers.get('location')).toBe(`${redirectUri}?error=login_required&state=st-1`);
});

const service = {
  grant_type: 'client_credentials',
  client_id: 'tributary-demo',
  client_secret: 'tributary-demo-secret',
  scope: 'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session',
};

test('client credentials come by form or by query, scopes by comma or by space', async () => {
  expect((await token(service)).body).toMatchObject({ token_type: 'bearer', expires_in: 86_399 });
  expect((await token({ ...service, scope: 'openid AdobeID' })).status).toBe(200);
  const query = await client.raw(`/ims/token/v2?${new URLSearchParams(service)}`, { method: 'POST' });
  expect(query.status).toBe(200);
  const [, payload = ''] = String(at(query, 'body.access_token')).split('.');
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    client_id: 'tributary-demo',
    created_at: String(nowMs),
    expires_in: '86399000',
  });
});

test.each([
  ['a wrong secret', { client_secret: 'x' }, 401, 'invalid_client'],
  ['an unknown client', { client_id: 'x' }, 401, 'invalid_client'],
  ['an unknown scope', { scope: 'openid,everything' }, 400, 'invalid_scope'],
  ['no scope', { scope: '' }, 400, 'invalid_scope'],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
])('client credentials with %s are refused', async (_label, change, status, error) => {
  const reply = await token({ ...service, ...change });
  expect({ status: reply.status, error: errorCode(reply) }).toEqual({ status, error });
});

test('tokens expire after the time the control surface sets, and can be revoked', async () => {
  client.emulator.control.tokens({ ttlMs: 5000 });
  const reply = await token(service);
  expect(at(reply, 'body.expires_in')).toBe(5);
  const authorization = `Bearer ${at(reply, 'body.access_token')}`;
  const sandboxes = '/data/foundation/sandbox-management/';
  expect((await client.call(sandboxes, { headers: { authorization } })).status).toBe(200);
  nowMs += 5001;
  expect(errorCode(await client.call(sandboxes, { headers: { authorization } }))).toBe('401013');

  const next = `Bearer ${at(await token(service), 'body.access_token')}`;
  client.emulator.control.tokens({ revoke: 'service' });
  expect(errorCode(await client.call(sandboxes, { headers: { authorization: next } }))).toBe('401013');
});

test('revoking a refresh token ends the whole grant', async () => {
  const { code } = await signIn();
  const granted = await token(exchange(code));
  const revoked = await client.raw('/ims/revoke', {
    method: 'POST',
    body: new URLSearchParams({ token: String(at(granted, 'body.refresh_token')), ...web }),
  });
  expect([revoked.status, revoked.text]).toEqual([200, '']);
  const headers = { authorization: `Bearer ${at(granted, 'body.access_token')}` };
  expect((await client.raw('/ims/userinfo/v2', { headers })).status).toBe(401);
});
