import 'server-only';
import type { AuthOptions } from 'next-auth';
import { toCallbackPath } from '@/lib/team/callback-path';
import { getEnv } from '@/server/env';
import { getLog } from '@/server/log';
import { createImsProvider } from './ims-provider';
import { sessionCookieName, sessionCookieSchema, usesSecureCookies } from './session-cookie';
import { sessionAbsoluteMs } from './session-limits';
import { checkAdmission, startSession } from './sign-in';

/**
 * The sign-in library does the protocol and the encryption of the cookie, nothing else: who is signed in, and for how
 * long, is decided by the row of the session (`session.ts`). Tokens are never refreshed here, because a server component
 * cannot set the cookie a rotated token would need.
 */
export function getAuthOptions(): AuthOptions {
  const env = getEnv();
  const secure = usesSecureCookies();
  const cookie = (name: string, maxAgeSeconds?: number) => ({
    name: `${secure ? '__Host-' : ''}tributary.${name}`,
    options: {
      httpOnly: true,
      sameSite: 'lax' as const,
      path: '/',
      secure,
      ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
    },
  });
  const signInSeconds = 15 * 60;
  return {
    secret: env.nextAuthSecret,
    providers: [createImsProvider(env)],
    session: { strategy: 'jwt', maxAge: sessionAbsoluteMs / 1000 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { ...cookie('session'), name: sessionCookieName() },
      callbackUrl: cookie('callback-url'),
      csrfToken: cookie('csrf'),
      pkceCodeVerifier: cookie('pkce', signInSeconds),
      state: cookie('state', signInSeconds),
      nonce: cookie('nonce', signInSeconds),
    },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      async signIn({ profile }) {
        const problem = await checkAdmission(profile);
        return problem ? `/sign-in?error=${problem}` : true;
      },
      async jwt({ token, account, profile }) {
        // Only at the sign-in is there an account; whatever else the library put in does not belong in the cookie.
        if (account) return await startSession(account, profile);
        return sessionCookieSchema.parse(token);
      },
      redirect({ url }) {
        const path = url.startsWith(`${env.appUrl}/`) ? url.slice(env.appUrl.length) : url;
        return `${env.appUrl}${toCallbackPath(path)}`;
      },
    },
    logger: {
      error: (code, metadata) => getLog().error({ authError: code, detail: metadata }, 'sign-in failed'),
      warn: (code) => getLog().warn({ authWarning: code }, 'sign-in warning'),
      debug: () => undefined,
    },
  };
}
