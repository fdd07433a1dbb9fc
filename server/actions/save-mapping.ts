'use server';

import { saveMappingInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { readSentHistory } from '@/server/onboarding/read-sent';
import { saveMapping as saveMappingUseCase } from '@/server/onboarding/save-parts';

/** Saves target and mappings, finished or not. */
export const saveMapping = action(
  { name: 'save-mapping', permission: 'onboarding.edit', input: saveMappingInput },
  async (input, ctx) => saveMappingUseCase(ctx, { ...input, mapping: await readSentHistory(input.mapping) }),
);
