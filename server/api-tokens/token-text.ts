import { createHash, randomBytes } from 'node:crypto';

const pattern = /^trib_[A-Za-z0-9_-]{43}$/;

/** A new token: 256 random bits behind a prefix by which scanners for lost secrets know it. */
export function createTokenText(): string {
  return `trib_${randomBytes(32).toString('base64url')}`;
}

/** What is stored. Plain SHA-256: its input is random, so nothing can be guessed from it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an `Authorization` header, or undefined when there is none of the right form. */
export function readBearer(authorization: string | null): string | undefined {
  const [scheme, token, ...rest] = (authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return undefined;
  return pattern.test(token) ? token : undefined;
}
