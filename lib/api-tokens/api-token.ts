import * as z from 'zod';
import { sandboxNameSchema } from '@/lib/ids';
import { type Role, roles } from '@/lib/team/roles';

/** A token as the settings page shows it; the token itself is shown once, when it is made. */
export type ApiToken = {
  id: string;
  name: string;
  role: Role;
  sandboxName: string;
  /** Its last characters. */
  ending: string;
  createdByName: string;
  /** Epoch milliseconds. */
  createdAtMs: number;
  expiresAtMs: number | undefined;
  lastUsedAtMs: number | undefined;
  revokedAtMs: number | undefined;
};

/** Days that a token may live; `never` for one that lives until it is revoked. */
export const tokenLifetimes = ['30', '90', '365', 'never'] as const;
export type TokenLifetime = (typeof tokenLifetimes)[number];

export const createApiTokenInput = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'Give it a name that says who uses it.')
    .max(100, 'Use at most 100 characters.'),
  sandboxName: sandboxNameSchema,
  role: z.enum(roles),
  lifetime: z.enum(tokenLifetimes),
});

export const revokeApiTokenInput = z.strictObject({ tokenId: z.uuid() });

/** Whether a token opens anything now, or why it no longer does. */
export function apiTokenState(
  token: Pick<ApiToken, 'expiresAtMs' | 'revokedAtMs'>,
  nowMs: number,
): 'active' | 'expired' | 'revoked' {
  if (token.revokedAtMs !== undefined) return 'revoked';
  return token.expiresAtMs !== undefined && token.expiresAtMs <= nowMs ? 'expired' : 'active';
}
