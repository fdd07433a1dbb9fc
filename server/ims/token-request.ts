import * as z from 'zod';
import { type Exchange, exchange, type Sender } from '../platform/exchange';
import { PlatformError } from '../platform/platform-error';
import { policy } from '../platform/policy';
import { type TokenResponse, tokenResponseSchema, type UserInfo, userInfoSchema } from './token-response';

/** What a call of IMS needs; no trailing slash in `imsBaseUrl`. */
export type ImsContext = Sender & {
  imsBaseUrl: string;
  clientId: string;
  clientSecret: string;
  /** Multiplies the deadline; 1 unless IMS is loopback. */
  timeScale: number;
};

/** A token for the technical account (`client_credentials`); there is no refresh token, only the next request. */
export function requestServiceToken(ims: ImsContext, scopes: readonly string[]): Promise<TokenResponse> {
  return callTokenEndpoint(ims, {}, [
    // In the body: query strings end up in logs.
    ['client_id', ims.clientId],
    ['client_secret', ims.clientSecret],
    ['grant_type', 'client_credentials'],
    ['scope', scopes.join(',')],
  ]);
}

/** Trades a refresh token for a new pair. The old one stops working, so store the answer before using it. */
export function refreshUserToken(ims: ImsContext, refreshToken: string): Promise<TokenResponse> {
  return callTokenEndpoint(ims, basicAuthorization(ims), [
    ['grant_type', 'refresh_token'],
    ['refresh_token', refreshToken],
  ]);
}

/** Ends an access or refresh token (`POST /ims/revoke`); the answer is empty. */
export async function revokeToken(ims: ImsContext, token: string): Promise<void> {
  await sendForm(ims, '/ims/revoke', basicAuthorization(ims), [['token', token]], z.unknown());
}

/** The person behind a user token (`GET /ims/userinfo/v2`). */
export function requestUserInfo(ims: ImsContext, accessToken: string): Promise<UserInfo> {
  return send(ims, {
    path: '/ims/userinfo/v2',
    method: 'GET',
    query: [['client_id', ims.clientId]],
    headers: { authorization: `Bearer ${accessToken}` },
    secrets: [accessToken],
    schema: userInfoSchema,
  });
}

function callTokenEndpoint(
  ims: ImsContext,
  headers: Record<string, string>,
  form: readonly [string, string][],
): Promise<TokenResponse> {
  return sendForm(ims, '/ims/token/v3', headers, form, tokenResponseSchema);
}

function sendForm<T>(
  ims: ImsContext,
  path: string,
  headers: Record<string, string>,
  form: readonly [string, string][],
  schema: z.ZodType<T>,
): Promise<T> {
  const secret = new Set(['client_secret', 'refresh_token', 'token']);
  return send(ims, {
    path,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form.map(([name, value]) => [name, value])).toString(),
    secrets: form.flatMap(([name, value]) => (secret.has(name) ? [value] : [])),
    schema,
  });
}

function send<T>(
  ims: ImsContext,
  call: {
    path: string;
    method: string;
    query?: readonly [string, string][];
    headers: Record<string, string>;
    body?: string;
    secrets: readonly string[];
    schema: z.ZodType<T>;
  },
): Promise<T> {
  const endpoint = `${call.method} ${call.path}`;
  for (const value of Object.values(call.headers)) {
    if (!/^[\x20-\x7e]+$/.test(value)) {
      throw new PlatformError('unauthorized', endpoint, { title: 'Refused before sending' });
    }
  }
  const base = new URL(ims.imsBaseUrl);
  const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}${call.path}`);
  for (const [name, value] of call.query ?? []) url.searchParams.append(name, value);
  const request: Exchange<T> = {
    endpoint,
    method: call.method,
    url,
    headers: { accept: 'application/json', ...call.headers },
    timeoutMs: policy.deadlineMs.token * ims.timeScale,
    maximumBytes: policy.maximumBytes.token,
    schema: call.schema,
    secrets: [...call.secrets, ims.clientSecret],
    ...(call.body !== undefined && { body: call.body }),
  };
  return exchange(ims, request);
}

function basicAuthorization(ims: ImsContext): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${ims.clientId}:${ims.clientSecret}`, 'utf8').toString('base64')}`,
  };
}
