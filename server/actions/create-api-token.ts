'use server';

import { createApiTokenInput } from '@/lib/api-tokens/api-token';
import { action } from '@/server/action';
import { createApiToken as createApiTokenUseCase } from '@/server/api-tokens/api-tokens';

/** Makes a token of the HTTP API and answers it, this once. */
export const createApiToken = action(
  { name: 'create-api-token', permission: 'team.manage', input: createApiTokenInput },
  (input, ctx) => createApiTokenUseCase(ctx, input),
);
