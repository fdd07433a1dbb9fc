'use server';

import { revokeApiTokenInput } from '@/lib/api-tokens/api-token';
import { action } from '@/server/action';
import { endApiToken } from '@/server/api-tokens/api-tokens';

/** Ends a token of the HTTP API at once. */
export const revokeApiToken = action(
  { name: 'revoke-api-token', permission: 'team.manage', input: revokeApiTokenInput },
  async ({ tokenId }, ctx) => {
    await endApiToken(ctx, tokenId);
    return { revoked: tokenId };
  },
);
