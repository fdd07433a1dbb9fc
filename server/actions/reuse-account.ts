'use server';

import { reuseAccountInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { reuseAccount as reuseAccountUseCase } from '@/server/onboarding/connect-account';

/** Connects the onboarding to an account that exists. */
export const reuseAccount = action(
  { name: 'reuse-account', permission: 'onboarding.edit', input: reuseAccountInput },
  (input, ctx) => reuseAccountUseCase(ctx, input),
);
