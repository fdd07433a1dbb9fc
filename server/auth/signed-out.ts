import type { Route } from 'next';
import type { Env } from '@/server/env-schema';

/** Where a browser ends its session at Adobe and comes back from. Without a token: addresses end up in logs. */
export function toSignedOutUrl(env: Pick<Env, 'imsBaseUrl' | 'signIn' | 'appUrl'>): Route {
  const query = new URLSearchParams({
    client_id: env.signIn.clientId,
    redirect_uri: `${env.appUrl}/sign-in`,
  });
  return `${env.imsBaseUrl}/ims/logout/v1?${query}` as Route;
}
