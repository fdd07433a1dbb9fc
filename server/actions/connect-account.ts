'use server';

import { connectAccountInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { connectAccount as connectAccountUseCase } from '@/server/onboarding/connect-account';

/** Gives a credential to the platform, tries it, and connects the onboarding to the account. */
export const connectAccount = action(
  { name: 'connect-account', permission: 'account.connect', input: connectAccountInput },
  (input, ctx) => connectAccountUseCase(ctx, input),
);
