'use server';

import { startOnboardingInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { startOnboarding as startOnboardingUseCase } from '@/server/onboarding/start-onboarding';

/** Starts an onboarding of a source in the chosen sandbox. */
export const startOnboarding = action(
  { name: 'start-onboarding', permission: 'onboarding.edit', input: startOnboardingInput },
  async ({ sourceId }, ctx) => ({ onboardingId: await startOnboardingUseCase(ctx, sourceId) }),
);
