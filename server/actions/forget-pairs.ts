'use server';

import { forgetPairsInput } from '@/lib/suggestion-history/inputs';
import { action } from '@/server/action';
import { forgetAcceptedPairs } from '@/server/suggestions/suggestion-history';

/** Deletes remembered pairs of one's own, or as an owner anybody's. Whoever may look may delete what is theirs. */
export const forgetPairs = action(
  { name: 'forget-pairs', permission: 'onboarding.view', input: forgetPairsInput },
  async (input, ctx) => ({ forgotten: await forgetAcceptedPairs(ctx, input) }),
);
