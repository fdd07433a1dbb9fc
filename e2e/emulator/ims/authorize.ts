import type { Core } from '../core';
import type { Answer } from '../http/answer';
import { tokenKey } from './access-tokens';
import { type ImsRequest, splitScopes } from './ims-request';
import type { AuthorizationCode, SignInClient } from './ims-state';
import { errorPage, signInPage } from './pages';
import { isAllowedRedirect, withParams } from './redirect-uri';
import { findSession, startSession } from './session-cookie';
import { signReference } from './sign-reference';

const codeTtlMs = 60_000;

type Asked = {
  client: SignInClient;
  redirectUri: string;
  state: string | undefined;
  scopes: string[];
  challenge: AuthorizationCode['challenge'];
};

/**
 * `GET /ims/authorize/v2` shows the people or, within a session, answers at once; `POST` is the choice of a person.
 * A request without a known client and an allowed redirect address gets an error page and is never redirected.
 */
export async function authorize(core: Core, request: ImsRequest): Promise<Answer> {
  const asked = readRequest(core, request);
  if ('status' in asked) return asked;
  const prompt = request.query.get('prompt');

  if (request.method === 'POST') {
    const email = request.form.get('person');
    const person = core.world.ims.people.find((candidate) => candidate.email === email);
    if (!person) return errorPage(400, 'This person is unknown here.');
    const cookie = startSession(core, person.sub);
    return sendBack(core, request, asked, { sub: person.sub, authTimeMs: core.realNowMs() }, cookie);
  }
  const session = prompt === 'login' ? undefined : findSession(core, request);
  if (session) return sendBack(core, request, asked, session);
  if (prompt === 'none') {
    return redirect(withParams(asked.redirectUri, { error: 'login_required', state: asked.state }));
  }
  const query = new URLSearchParams(request.query);
  query.delete('prompt');
  return signInPage(core.world.ims.people, asked.client.clientId, `/ims/authorize/v2?${query}`);
}

function readRequest(core: Core, request: ImsRequest): Asked | Answer {
  const { query } = request;
  const client = core.world.ims.signInClients[query.get('client_id') ?? ''];
  if (!client) return errorPage(400, 'The application that asked for this sign-in is not registered.');
  const redirectUri = query.get('redirect_uri') ?? client.redirectUris[0];
  if (redirectUri === undefined || !isAllowedRedirect(client, redirectUri)) {
    return errorPage(400, 'The address to return to is not registered for this application.');
  }
  const state = query.get('state') ?? undefined;
  const refuse = (error: string) => redirect(withParams(redirectUri, { error, state }));
  if (query.get('response_type') !== null && query.get('response_type') !== 'code') {
    return refuse('unsupported_response_type');
  }
  if ((state?.length ?? 0) > 4096) return errorPage(400, 'The state parameter is too long.');
  const scopes = splitScopes(query.get('scope') ?? undefined);
  if (!scopes.every((scope) => client.scopes.includes(scope))) return refuse('invalid_scope');
  const method = query.get('code_challenge_method') ?? 'plain';
  const value = query.get('code_challenge');
  if (value === null) return { client, redirectUri, state, scopes, challenge: undefined };
  if ((method !== 'S256' && method !== 'plain') || !/^[\w.~-]{43,128}$/.test(value)) {
    return refuse('invalid_request');
  }
  return { client, redirectUri, state, scopes, challenge: { method, value } };
}

async function sendBack(
  core: Core,
  request: ImsRequest,
  asked: Asked,
  session: { sub: string; authTimeMs: number },
  cookie?: string,
): Promise<Answer> {
  const nonce = request.query.get('nonce');
  const nowMs = core.realNowMs();
  const { clientId } = asked.client;
  const code = await signReference('authorization_code', clientId, session.sub, nowMs, codeTtlMs);
  const { codes } = core.world.ims;
  for (const [key, record] of Object.entries(codes)) {
    if (record.expiresAtMs + codeTtlMs < nowMs) delete codes[key];
  }
  codes[tokenKey(code)] = {
    clientId: asked.client.clientId,
    redirectUri: asked.redirectUri,
    sub: session.sub,
    scopes: asked.scopes,
    ...(nonce === null ? {} : { nonce }),
    ...(asked.challenge ? { challenge: asked.challenge } : {}),
    authTimeMs: session.authTimeMs,
    expiresAtMs: nowMs + codeTtlMs,
  };
  return redirect(withParams(asked.redirectUri, { code, state: asked.state }), cookie);
}

function redirect(location: string, cookie?: string): Answer {
  return {
    // 303 turns the posted choice into a GET; for a GET it means the same as the documented 302.
    status: cookie === undefined ? 302 : 303,
    headers: {
      location,
      'cache-control': 'no-store',
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
    body: '',
  };
}
