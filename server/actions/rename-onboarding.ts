'use server';

import { AppFailure } from '@/lib/app-error';
import { renameOnboardingInput } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { renameOnboarding as renameStoredOnboarding } from '@/server/db/onboardings';

/** Gives an onboarding another name: the dataflow and its connections are named after it. */
export const renameOnboarding = action(
  { name: 'rename-onboarding', permission: 'onboarding.edit', input: renameOnboardingInput },
  async ({ onboardingId, name }, ctx) => {
    const renamed = await renameStoredOnboarding(ctx.db, {
      id: onboardingId,
      orgId: ctx.orgId,
      name,
      updatedBy: ctx.session.person.id,
    });
    if (!renamed) throw new AppFailure({ kind: 'not-found', what: 'onboarding' });
    return { name };
  },
);
