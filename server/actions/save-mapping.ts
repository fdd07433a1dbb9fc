'use server';

import { saveMappingInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { saveMapping as saveMappingUseCase } from '@/server/onboarding/save-parts';

/** Saves target and mappings, finished or not. */
export const saveMapping = action(
  { name: 'save-mapping', permission: 'onboarding.edit', input: saveMappingInput },
  (input, ctx) => saveMappingUseCase(ctx, input),
);
