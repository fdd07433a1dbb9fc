import * as z from 'zod';

/** A life longer than this many "seconds" is told in milliseconds by an older endpoint. */
const longestPlausibleSeconds = 1_000_000;

const expiresIn = z
  .union([
    z.number().positive(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .transform((value) => (value > longestPlausibleSeconds ? value : value * 1000));

// A token becomes a header: anything else than visible ASCII cannot be one.
const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .max(16_384);

/** The answer of `POST /ims/token/v3`, for every grant. `lifetimeMs` counts from the moment it is received. */
export const tokenResponseSchema = z
  .object({
    access_token: token,
    expires_in: expiresIn,
    refresh_token: token.optional(),
    id_token: token.optional(),
  })
  .transform((wire) => ({
    accessToken: wire.access_token,
    lifetimeMs: wire.expires_in,
    refreshToken: wire.refresh_token,
    idToken: wire.id_token,
  }));

export type TokenResponse = z.infer<typeof tokenResponseSchema>;

/** The person behind a user token; `email_verified` is a boolean or its word. */
export const userInfoSchema = z
  .object({
    sub: z.string().min(1).max(512),
    name: z.string().optional().catch(undefined),
    given_name: z.string().optional().catch(undefined),
    family_name: z.string().optional().catch(undefined),
    email: z.string().optional().catch(undefined),
    email_verified: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
      .optional()
      .catch(undefined),
    account_type: z.string().optional().catch(undefined),
  })
  .transform((wire) => ({
    subject: wire.sub,
    name: wire.name ?? ([wire.given_name, wire.family_name].filter(Boolean).join(' ') || undefined),
    email: wire.email,
    emailVerified: wire.email_verified === true,
    accountType: wire.account_type,
  }));

export type UserInfo = z.infer<typeof userInfoSchema>;
