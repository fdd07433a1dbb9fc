import { apiRoute } from '@/server/api/api-route';
import { findOnboardingInSandbox } from '@/server/api/find-in-sandbox';
import { toPlanReply } from '@/server/api/onboarding-reply';
import { operations } from '@/server/api/operations';
import { reviewPlan } from '@/server/onboarding/review-plan';

/** The plan as it stands, or what keeps the draft from becoming one. */
export const GET = apiRoute(operations.getPlan, async ({ params }, ctx) => {
  const { id } = await findOnboardingInSandbox(ctx, params.onboardingId);
  return { data: toPlanReply(await reviewPlan(ctx, id)) };
});
