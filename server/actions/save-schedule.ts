'use server';

import { saveScheduleInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { saveSchedule as saveScheduleUseCase } from '@/server/onboarding/save-parts';

/** Saves the schedule when the source's rules allow it. */
export const saveSchedule = action(
  { name: 'save-schedule', permission: 'onboarding.edit', input: saveScheduleInput },
  (input, ctx) => saveScheduleUseCase(ctx, input),
);
