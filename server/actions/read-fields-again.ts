'use server';

import { readFieldsAgainInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { readFieldsAgain as readFieldsAgainUseCase } from '@/server/onboarding/explore-data';

/** Takes the fields of one chosen path over as the source shows them now. */
export const readFieldsAgain = action(
  { name: 'read-fields-again', permission: 'onboarding.edit', input: readFieldsAgainInput },
  (input, ctx) => readFieldsAgainUseCase(ctx, input),
);
