import type { Core } from '../core';
import type { Answer } from '../http/answer';
import { tokenKey } from './access-tokens';
import { clientCredentials, type ImsRequest, imsError, param } from './ims-request';

/** `POST /ims/revoke`: 200 with an empty body, for unknown tokens too. A refresh token takes its whole grant along. */
export function revokeToken(core: Core, request: ImsRequest): Answer {
  const { clientId } = clientCredentials(request);
  if (clientId === undefined) return imsError(400, 'invalid_request', 'client_id is missing');
  const key = tokenKey(param(request, 'token') ?? '');
  const { accessTokens, refreshTokens } = core.world.ims;
  if (accessTokens[key]?.clientId === clientId) delete accessTokens[key];
  const refresh = refreshTokens[key];
  if (refresh?.clientId === clientId) revokeGrant(core, refresh.grant);
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' };
}

/** Ends every access and refresh token of one authorization. */
export function revokeGrant(core: Core, grant: string): void {
  const { accessTokens, refreshTokens } = core.world.ims;
  for (const [key, record] of Object.entries(accessTokens)) {
    if (record.grant === grant) delete accessTokens[key];
  }
  for (const [key, record] of Object.entries(refreshTokens)) {
    if (record.grant === grant) delete refreshTokens[key];
  }
}
