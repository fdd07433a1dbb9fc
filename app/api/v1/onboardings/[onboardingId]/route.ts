import { apiRoute } from '@/server/api/api-route';
import { etagOf, readIfMatch } from '@/server/api/etag';
import { findOnboardingInSandbox } from '@/server/api/find-in-sandbox';
import { toOnboardingReply } from '@/server/api/onboarding-reply';
import { operations } from '@/server/api/operations';
import { putOnboarding } from '@/server/onboarding/put-onboarding';

/** Reads an onboarding. */
export const GET = apiRoute(operations.getOnboarding, async ({ params }, ctx) => {
  const onboarding = await findOnboardingInSandbox(ctx, params.onboardingId);
  return { data: toOnboardingReply(onboarding), headers: { etag: etagOf(onboarding) } };
});

/** Saves everything that is decided about it. */
export const PUT = apiRoute(operations.putOnboarding, async ({ params, body, headers }, ctx) => {
  const { id } = await findOnboardingInSandbox(ctx, params.onboardingId);
  await putOnboarding(ctx, { onboardingId: id, expectedVersion: readIfMatch(headers), ...body });
  const onboarding = await findOnboardingInSandbox(ctx, id);
  return { data: toOnboardingReply(onboarding), headers: { etag: etagOf(onboarding) } };
});
