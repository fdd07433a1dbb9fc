import { SignJWT } from 'jose';
import type { Core } from '../core';
import { type Answer, jsonAnswer } from '../http/answer';
import { issueAccessToken, tokenKey } from './access-tokens';
import { imsError } from './ims-request';
import type { Person } from './ims-state';
import { signReference } from './sign-reference';
import { signingKey } from './signing-key';

const refreshTtlMs = 14 * 86_400_000;

type Grant = {
  clientId: string;
  sub: string;
  scopes: string[];
  grant: string;
  authTimeMs: number;
  nonce?: string;
};

/** Access token, id token with `openid`, and a fresh refresh token with `offline_access`. */
export async function issueUserTokens(core: Core, issuer: string, input: Grant): Promise<Answer> {
  const person = core.world.ims.people.find((candidate) => candidate.sub === input.sub);
  if (!person) return imsError(400, 'invalid_grant', 'the person is unknown');
  const { clientId, sub, scopes, grant } = input;
  const issued = await issueAccessToken(core, { kind: 'user', clientId, sub, scopes, grant });
  const body: Record<string, unknown> = {
    access_token: issued.token,
    token_type: 'bearer',
    expires_in: issued.expiresInSeconds,
    sub,
  };
  if (scopes.includes('openid')) body.id_token = await signIdToken(core, issuer, input, person);
  if (scopes.includes('offline_access')) body.refresh_token = await issueRefreshToken(core, input);
  return jsonAnswer(200, body, { 'cache-control': 'no-store' });
}

async function signIdToken(core: Core, issuer: string, input: Grant, person: Person): Promise<string> {
  const key = await signingKey();
  // The people's clock, not the platform's: clients check these times against their own.
  const nowSeconds = Math.floor(core.realNowMs() / 1000);
  return new SignJWT({
    ...personClaims(person, input.scopes),
    auth_time: Math.floor(input.authTimeMs / 1000),
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(input.clientId)
    .setSubject(person.sub)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + 3600)
    .sign(key.privateKey);
}

/** What the granted scopes let a client know about the person. */
export function personClaims(person: Person, scopes: string[]): Record<string, unknown> {
  return {
    ...(scopes.includes('email') ? { email: person.email, email_verified: true } : {}),
    ...(scopes.includes('profile')
      ? {
          name: `${person.givenName} ${person.familyName}`,
          given_name: person.givenName,
          family_name: person.familyName,
        }
      : {}),
  };
}

/** A JWT as access tokens are: a public client reads its kind and its life. */
async function issueRefreshToken(core: Core, input: Grant): Promise<string> {
  const { refreshTokens } = core.world.ims;
  const nowMs = core.realNowMs();
  const token = await signReference('refresh_token', input.clientId, input.sub, nowMs, refreshTtlMs);
  for (const [key, record] of Object.entries(refreshTokens)) {
    if (record.expiresAtMs <= nowMs) delete refreshTokens[key];
  }
  refreshTokens[tokenKey(token)] = {
    clientId: input.clientId,
    sub: input.sub,
    scopes: input.scopes,
    grant: input.grant,
    authTimeMs: input.authTimeMs,
    expiresAtMs: nowMs + refreshTtlMs,
    used: false,
  };
  return token;
}
