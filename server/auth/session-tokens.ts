import * as z from 'zod';
import { seal, unseal } from './vault';

const tokensSchema = z.object({ accessToken: z.string().optional(), refreshToken: z.string().optional() });

type Tokens = { accessToken?: string | undefined; refreshToken?: string | undefined };
type Place = { orgId: string; sessionId: string };

/** Seals a person's IMS tokens for the row of their session. */
export function sealTokens({ accessToken, refreshToken }: Tokens, place: Place, secret: string): string {
  return seal(JSON.stringify({ accessToken, refreshToken }), toSealedFor(place), secret);
}

/** The tokens of a session; none when the row was altered or the secret changed since. */
export function unsealTokens(sealed: string, place: Place, secret: string): Tokens {
  const text = unseal(sealed, toSealedFor(place), secret);
  return text === undefined ? {} : tokensSchema.parse(JSON.parse(text));
}

function toSealedFor({ orgId, sessionId }: Place) {
  return { orgId, recordId: sessionId, purpose: 'session tokens' };
}
