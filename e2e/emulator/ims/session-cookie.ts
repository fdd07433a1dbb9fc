import { randomBytes } from 'node:crypto';
import type { Core } from '../core';
import { tokenKey } from './access-tokens';
import type { ImsRequest } from './ims-request';

const cookieName = 'emu_ims_session';

function cookieValue(request: ImsRequest): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === cookieName && value) return value;
  }
  return undefined;
}

/** The person's single sign-on session, if the browser carries a live one. */
export function findSession(
  core: Core,
  request: ImsRequest,
): { sub: string; authTimeMs: number } | undefined {
  const value = cookieValue(request);
  return value === undefined ? undefined : core.world.ims.sessions[tokenKey(value)];
}

/** Starts a session and returns the `Set-Cookie` value. */
export function startSession(core: Core, sub: string): string {
  const value = randomBytes(24).toString('base64url');
  const sessions = core.world.ims.sessions;
  for (const key of Object.keys(sessions).slice(0, Math.max(0, Object.keys(sessions).length - 500))) {
    delete sessions[key];
  }
  sessions[tokenKey(value)] = { sub, authTimeMs: core.realNowMs() };
  return `${cookieName}=${value}; Path=/ims; HttpOnly; SameSite=Lax`;
}

/** Ends the session of this browser and returns the `Set-Cookie` value that clears it. */
export function endSession(core: Core, request: ImsRequest): string {
  const value = cookieValue(request);
  if (value !== undefined) delete core.world.ims.sessions[tokenKey(value)];
  return `${cookieName}=; Path=/ims; HttpOnly; SameSite=Lax; Max-Age=0`;
}
