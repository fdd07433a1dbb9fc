import { createHash, randomBytes } from 'node:crypto';

/** A new session id for the cookie: 256 random bits. */
export function createSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** The id under which a session is stored. Plain SHA-256: its input is random, so nothing can be guessed from it. */
export function hashSessionId(sid: string): string {
  return createHash('sha256').update(sid).digest('hex');
}
