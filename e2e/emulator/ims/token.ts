import { createHash, timingSafeEqual } from 'node:crypto';
import type { Core } from '../core';
import { type Answer, jsonAnswer } from '../http/answer';
import { findCredential } from '../organisations';
import { issueAccessToken, tokenKey } from './access-tokens';
import { clientCredentials, type ImsRequest, imsError, param, splitScopes } from './ims-request';
import type { AuthorizationCode } from './ims-state';
import { revokeGrant } from './revoke';
import { issueUserTokens } from './user-tokens';

/** `POST /ims/token/v3` and `/v2`: parameters in a form or in the query. `expires_in` is in seconds. */
export async function requestToken(core: Core, request: ImsRequest): Promise<Answer> {
  switch (param(request, 'grant_type')) {
    case 'client_credentials':
      return clientCredentialsGrant(core, request);
    case 'authorization_code':
      return authorizationCodeGrant(core, request);
    case 'refresh_token':
      return refreshTokenGrant(core, request);
    case undefined:
      return imsError(400, 'invalid_request', 'grant_type is missing');
    default:
      return imsError(400, 'unsupported_grant_type', 'grant_type is not supported');
  }
}

async function clientCredentialsGrant(core: Core, request: ImsRequest): Promise<Answer> {
  const { clientId = '', clientSecret = '' } = clientCredentials(request);
  const found = findCredential(core.world, clientId);
  if (!found || !equalSecrets(found.credential.clientSecret, clientSecret)) {
    return imsError(401, 'invalid_client', 'invalid client_id or client_secret parameter');
  }
  const scopes = splitScopes(param(request, 'scope'));
  const granted = found.credential.scopes;
  if (scopes.length === 0 || !scopes.every((scope) => granted.includes(scope))) {
    return imsError(
      400,
      'invalid_scope',
      'The requested scopes are not a subset of the scopes in the binding.',
    );
  }
  const issued = await issueAccessToken(core, {
    kind: 'service',
    clientId,
    sub: found.credential.technicalAccountId,
    scopes,
    grant: `service:${clientId}`,
  });
  return jsonAnswer(
    200,
    { access_token: issued.token, token_type: 'bearer', expires_in: issued.expiresInSeconds },
    { 'cache-control': 'no-store' },
  );
}

function authenticateSignInClient(core: Core, request: ImsRequest): string | Answer {
  const { clientId = '', clientSecret = '' } = clientCredentials(request);
  const client = core.world.ims.signInClients[clientId];
  if (!client || !equalSecrets(client.clientSecret, clientSecret)) {
    return imsError(401, 'invalid_client', 'invalid client_id or client_secret parameter');
  }
  return clientId;
}

async function authorizationCodeGrant(core: Core, request: ImsRequest): Promise<Answer> {
  const clientId = authenticateSignInClient(core, request);
  if (typeof clientId !== 'string') return clientId;
  const code = core.world.ims.codes[tokenKey(param(request, 'code') ?? '')];
  if (!code || code.clientId !== clientId || code.expiresAtMs <= core.realNowMs()) {
    return imsError(400, 'invalid_grant', 'the authorization code is invalid or has expired');
  }
  if (code.usedForGrant !== undefined) {
    revokeGrant(core, code.usedForGrant);
    return imsError(400, 'invalid_grant', 'the authorization code has been used');
  }
  const redirectUri = param(request, 'redirect_uri');
  if (redirectUri !== undefined && redirectUri !== code.redirectUri) {
    return imsError(400, 'invalid_grant', 'redirect_uri differs from the authorization request');
  }
  if (!verifierMatches(code.challenge, param(request, 'code_verifier'))) {
    return imsError(400, 'invalid_grant', 'code_verifier does not match the challenge');
  }
  const grant = tokenKey(`${param(request, 'code')}/grant`);
  code.usedForGrant = grant;
  return issueUserTokens(core, request.origin, { ...code, grant });
}

async function refreshTokenGrant(core: Core, request: ImsRequest): Promise<Answer> {
  const clientId = authenticateSignInClient(core, request);
  if (typeof clientId !== 'string') return clientId;
  const record = core.world.ims.refreshTokens[tokenKey(param(request, 'refresh_token') ?? '')];
  if (!record || record.clientId !== clientId || record.used || record.expiresAtMs <= core.realNowMs()) {
    return imsError(400, 'invalid_grant', 'the refresh token is invalid or has been used');
  }
  record.used = true;
  return issueUserTokens(core, request.origin, record);
}

function verifierMatches(challenge: AuthorizationCode['challenge'], verifier: string | undefined): boolean {
  if (!challenge) return verifier === undefined;
  if (verifier === undefined || verifier.length < 43 || verifier.length > 128) return false;
  const computed =
    challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
  return equalSecrets(challenge.value, computed);
}

function equalSecrets(left: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}
