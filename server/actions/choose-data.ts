'use server';

import { chooseDataInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { chooseData as chooseDataUseCase } from '@/server/onboarding/explore-data';

/** Decides for a resource path; its fields go into the draft. */
export const chooseData = action(
  { name: 'choose-data', permission: 'onboarding.edit', input: chooseDataInput },
  (input, ctx) => chooseDataUseCase(ctx, input),
);
