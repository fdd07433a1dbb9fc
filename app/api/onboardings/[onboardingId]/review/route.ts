import { z } from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { reviewPlan } from '@/server/onboarding/review-plan';
import { read } from '@/server/read';

/** The plan of the onboarding, its hash, and what is still missing. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  ({ params }, ctx) => reviewPlan(ctx, params.onboardingId),
);
