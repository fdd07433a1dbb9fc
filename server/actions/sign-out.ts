'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { endSession } from '@/server/auth/end-session';
import { isSameOrigin } from '@/server/auth/same-origin';
import { usesSecureCookies } from '@/server/auth/session-cookie';
import { toSignedOutUrl } from '@/server/auth/signed-out';
import { getEnv } from '@/server/env';
import { signedOutCookie } from '@/server/request-headers';

/**
 * Ends the session here and at Adobe. Needs no session, so that signing out always works; a request from another site
 * does nothing.
 */
export async function signOut(): Promise<void> {
  const env = getEnv();
  if (!isSameOrigin(await headers(), env.appUrl)) redirect('/sign-in');
  await endSession();
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (name.startsWith('tributary.') || name.startsWith('__Host-tributary.')) {
      // A `__Host-` cookie can only be removed by an answer that repeats its marks.
      jar.set(name, '', {
        path: '/',
        maxAge: 0,
        httpOnly: true,
        secure: usesSecureCookies(),
        sameSite: 'lax',
      });
    }
  }
  // Tells proxy.ts to have the browser forget this site when it comes back from Adobe.
  jar.set(signedOutCookie, '1', {
    path: '/sign-in',
    maxAge: 300,
    httpOnly: true,
    secure: usesSecureCookies(),
    sameSite: 'lax',
  });
  redirect(toSignedOutUrl(env));
}
