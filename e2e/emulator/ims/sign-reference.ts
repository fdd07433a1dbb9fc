import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { signingKey } from './signing-key';

/**
 * A code or refresh token as IMS writes them: a JWT that names its kind, with its times as strings in milliseconds.
 * Clients should not read it, but one does, to tell the kinds apart.
 */
export async function signReference(
  type: 'authorization_code' | 'refresh_token',
  clientId: string,
  sub: string,
  nowMs: number,
  ttlMs: number,
): Promise<string> {
  const key = await signingKey();
  return new SignJWT({
    id: randomUUID(),
    type,
    client_id: clientId,
    user_id: sub,
    as: 'ims-na1',
    created_at: String(nowMs),
    expires_in: String(ttlMs),
  })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
    .sign(key.privateKey);
}
