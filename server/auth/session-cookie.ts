import 'server-only';
import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import * as z from 'zod';
import { getEnv } from '@/server/env';

/** All that travels in the session cookie, encrypted. */
export const sessionCookieSchema = z.object({
  sid: z.string().regex(/^[\w-]{43}$/),
  personId: z.uuid(),
});

export type SessionCookie = z.infer<typeof sessionCookieSchema>;

/** Whether cookies are marked Secure: not on http, which only loopback may use. */
export function usesSecureCookies(): boolean {
  return getEnv().appUrl.startsWith('https:');
}

/** `__Host-` ties the cookie to this host and path; it needs https. */
export function sessionCookieName(): string {
  return `${usesSecureCookies() ? '__Host-' : ''}tributary.session`;
}

/** What the session cookie of this request says; undefined when it is missing, foreign, altered or outdated. */
export async function readSessionCookie(): Promise<SessionCookie | undefined> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return undefined;
  const claims = await decode({ token, secret: getEnv().nextAuthSecret }).catch(() => null);
  const result = sessionCookieSchema.safeParse(claims);
  return result.success ? result.data : undefined;
}
