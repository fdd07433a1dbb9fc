'use server';

import { AppFailure } from '@/lib/app-error';
import { onboardingInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { removeOnboarding as removeStoredOnboarding } from '@/server/db/onboardings';

/** Takes an onboarding off the lists. What it made in the platform stays. */
export const removeOnboarding = action(
  { name: 'remove-onboarding', permission: 'onboarding.edit', input: onboardingInput },
  async ({ onboardingId }, ctx) => {
    const removed = await removeStoredOnboarding(ctx.db, {
      id: onboardingId,
      orgId: ctx.orgId,
      updatedBy: ctx.session.person.id,
    });
    if (!removed) throw new AppFailure({ kind: 'stale', what: 'onboarding' });
    return { removed };
  },
);
