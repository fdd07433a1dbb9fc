import type { Core } from '../core';
import { type Answer, jsonAnswer } from '../http/answer';
import { findAccessToken, tokenKey } from './access-tokens';
import { type ImsRequest, param } from './ims-request';
import { errorPage } from './pages';
import { isAllowedRedirect } from './redirect-uri';
import { revokeGrant } from './revoke';
import { endSession } from './session-cookie';

/** `/ims/logout/v1`: ends the single sign-on session, then redirects when the address is one of the client's. */
export function logOut(core: Core, request: ImsRequest): Answer {
  const cookie = endSession(core, request);
  revokeGiven(core, request);
  const headers = { 'set-cookie': cookie, 'cache-control': 'no-store' };
  const redirectUri = param(request, 'redirect_uri');
  if (redirectUri === undefined) return { status: 200, headers, body: '' };
  const client = core.world.ims.signInClients[param(request, 'client_id') ?? ''];
  if (!client || !isAllowedRedirect(client, redirectUri)) {
    const refused = errorPage(400, 'The address to return to is not registered for this application.');
    return { ...refused, headers: { ...refused.headers, 'set-cookie': cookie } };
  }
  return { status: 302, headers: { ...headers, location: redirectUri }, body: '' };
}

/** `/ims/logout/v1/token`: the same without a redirect. */
export function logOutToken(core: Core, request: ImsRequest): Answer {
  const cookie = endSession(core, request);
  revokeGiven(core, request);
  return jsonAnswer(200, {}, { 'set-cookie': cookie, 'cache-control': 'no-store' });
}

function revokeGiven(core: Core, request: ImsRequest): void {
  const token = param(request, 'access_token');
  if (token === undefined) return;
  const access = findAccessToken(core, token);
  if (access?.kind === 'user') revokeGrant(core, access.grant);
  delete core.world.ims.accessTokens[tokenKey(token)];
}
