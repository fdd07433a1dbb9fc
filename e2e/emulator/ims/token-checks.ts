import type { Core } from '../core';
import { type Answer, jsonAnswer } from '../http/answer';
import { findCredential } from '../organisations';
import { findAccessToken } from './access-tokens';
import { bearerToken, type ImsRequest, imsError, param } from './ims-request';
import { revokeToken } from './revoke';

const noStore = { 'cache-control': 'no-store' };

/** `POST /ims/validate_token/v1`: whether the bearer token is good and of this client. */
export function validateToken(core: Core, request: ImsRequest): Answer {
  const token = bearerToken(request) ?? param(request, 'token');
  const access = token === undefined ? undefined : findAccessToken(core, token);
  const clientId = param(request, 'client_id');
  if (!access || (clientId !== undefined && clientId !== access.clientId)) {
    return jsonAnswer(200, { valid: false, reason: 'invalid_token' }, noStore);
  }
  return jsonAnswer(
    200,
    {
      valid: true,
      expires_at: access.expiresAtMs,
      token: {
        type: 'access_token',
        client_id: access.clientId,
        user_id: access.sub,
        scope: access.scopes.join(','),
        as: 'ims-na1',
        created_at: String(access.issuedAtMs),
        expires_in: String(access.expiresAtMs - access.issuedAtMs),
      },
    },
    noStore,
  );
}

/** `POST /ims/invalidate_token/v2`: the same as a revocation. */
export function invalidateToken(core: Core, request: ImsRequest): Answer {
  return revokeToken(core, request);
}

/** `GET /ims/organizations/v6`: the organisations that the token's holder belongs to. */
export function listOrganizations(core: Core, request: ImsRequest): Answer {
  const token = bearerToken(request);
  const access = token === undefined ? undefined : findAccessToken(core, token);
  if (!access) return imsError(401, 'invalid_token', 'the access token is missing, expired or revoked');
  const { organisations } = core.world;
  const own = findCredential(core.world, access.clientId)?.organisation;
  const shown = access.kind === 'user' ? Object.values(organisations) : own ? [own] : [];
  return jsonAnswer(
    200,
    shown.map(({ orgId, tenantId }) => {
      const [ident = '', authSrc = ''] = orgId.split('@');
      return {
        orgName: tenantId,
        orgRef: { ident, authSrc },
        orgType: 'Enterprise',
        countryCode: 'US',
        groups: [],
      };
    }),
    noStore,
  );
}
