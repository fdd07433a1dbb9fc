import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { read } from '@/server/read';
import { loadSuggestionHistory } from '@/server/suggestions/suggestion-history';

/** Pairs of fields that this person and the team accepted before for the same source in such a sandbox. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  ({ params }, ctx) => loadSuggestionHistory(ctx, params.onboardingId),
);
