'use server';

import { revealSampleInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { revealSample as revealSampleUseCase } from '@/server/onboarding/explore-data';

/** Sample rows as they are, for one look; the look is written down. */
export const revealSample = action(
  { name: 'reveal-sample', permission: 'sample.reveal', input: revealSampleInput },
  async ({ onboardingId, resourcePath }, ctx) => ({
    rows: await revealSampleUseCase(ctx, onboardingId, resourcePath),
  }),
);
