import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Core } from '../core';
import type { AccessToken } from './ims-state';
import { signingKey } from './signing-key';

const keys = new Map<string, string>();

/** The key under which a token is kept: its hash, so that state and data files hold nothing usable. */
export function tokenKey(token: string): string {
  const known = keys.get(token);
  if (known !== undefined) return known;
  if (keys.size >= 1000) keys.clear();
  const key = createHash('sha256').update(token).digest('hex').slice(0, 32);
  keys.set(token, key);
  return key;
}

/** The access token's record while it is valid; `undefined` for unknown, revoked and expired tokens. */
export function findAccessToken(core: Core, token: string): AccessToken | undefined {
  const key = tokenKey(token);
  const record = core.world.ims.accessTokens[key];
  if (!record) return undefined;
  if (record.expiresAtMs > core.realNowMs()) return record;
  delete core.world.ims.accessTokens[key];
  return undefined;
}

/**
 * Issues an access token: a JWT whose payload has `created_at` and `expires_in` as strings in milliseconds, as IMS
 * writes them. The answer's own `expires_in` is in seconds.
 */
export async function issueAccessToken(
  core: Core,
  input: Omit<AccessToken, 'issuedAtMs' | 'expiresAtMs'>,
): Promise<{ token: string; expiresInSeconds: number }> {
  const nowMs = core.realNowMs();
  const ttlMs = core.world.ims.accessTokenTtlMs;
  const key = await signingKey();
  const token = await new SignJWT({
    id: randomUUID(),
    type: 'access_token',
    client_id: input.clientId,
    user_id: input.sub,
    as: 'ims-na1',
    scope: input.scopes.join(','),
    created_at: String(nowMs),
    expires_in: String(ttlMs),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .sign(key.privateKey);
  forgetExpired(core, nowMs);
  core.world.ims.accessTokens[tokenKey(token)] = { ...input, issuedAtMs: nowMs, expiresAtMs: nowMs + ttlMs };
  return { token, expiresInSeconds: Math.floor(ttlMs / 1000) };
}

const mostAccessTokens = 2000;

/** Keeps memory flat: expired tokens go first, then the oldest. */
function forgetExpired(core: Core, nowMs: number): void {
  const table = core.world.ims.accessTokens;
  const keys = Object.keys(table);
  if (keys.length < mostAccessTokens) return;
  for (const key of keys) if ((table[key]?.expiresAtMs ?? 0) <= nowMs) delete table[key];
  const left = Object.keys(table);
  for (const key of left.slice(0, Math.max(0, left.length - mostAccessTokens + 1))) delete table[key];
}
