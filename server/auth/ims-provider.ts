import type { OAuthConfig } from 'next-auth/providers/oauth';
import * as z from 'zod';
import type { Env } from '@/server/env-schema';

/** The claims we use. The issuer's documents show `email_verified` as a boolean and as text. */
export const imsProfileSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().max(320).optional(),
  email_verified: z.union([z.boolean(), z.string().transform((value) => value === 'true')]).optional(),
  name: z.string().max(500).optional(),
});

export type ImsProfile = z.infer<typeof imsProfileSchema>;

/** Adobe's sign-in by OpenID Connect: authorization code with PKCE, state and nonce; the ID token is verified. */
export function createImsProvider(env: Env): OAuthConfig<ImsProfile> {
  return {
    id: 'ims',
    name: 'Adobe',
    type: 'oauth',
    // The issuer is the bare host while the document lives under /ims: it cannot be derived.
    wellKnown: `${env.imsBaseUrl}/ims/.well-known/openid-configuration`,
    clientId: env.signIn.clientId,
    clientSecret: env.signIn.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid,AdobeID,email,profile,offline_access' } },
    httpOptions: { timeout: 10_000 },
    userinfo: {
      async request({ tokens, client }) {
        const claims = new Map<string, unknown>(Object.entries(readClaims(tokens.id_token)));
        // An ID token need not carry what the scopes allow; the issuer's own endpoint does.
        if (claims.get('email') === undefined && tokens.access_token) {
          const userinfo = await client.userinfo(tokens.access_token, {
            params: { client_id: env.signIn.clientId },
          });
          if (userinfo.sub !== claims.get('sub'))
            throw new Error('The user information is about somebody else');
          for (const [name, value] of Object.entries(userinfo)) {
            if (!claims.has(name)) claims.set(name, value);
          }
        }
        return Object.fromEntries(claims);
      },
    },
    profile(profile) {
      return { id: profile.sub, name: profile.name ?? null, email: profile.email ?? null };
    },
  };
}

/** The claims of an ID token that the client library verified before it called us. */
function readClaims(idToken: string | undefined): Record<string, unknown> {
  const body = idToken?.split('.')[1];
  if (!body) throw new Error('The issuer sent no ID token');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
}
