import { apiRoute } from '@/server/api/api-route';
import { etagOf } from '@/server/api/etag';
import { toOnboardingReply } from '@/server/api/onboarding-reply';
import { operations } from '@/server/api/operations';
import { loadOnboarding } from '@/server/onboarding/load-onboarding';
import { startOnboarding } from '@/server/onboarding/start-onboarding';

/** Starts an onboarding. */
export const POST = apiRoute(operations.startOnboarding, async ({ body }, ctx) => {
  const onboarding = await loadOnboarding(ctx, await startOnboarding(ctx, body.sourceId));
  return {
    data: toOnboardingReply(onboarding),
    headers: { etag: etagOf(onboarding), location: `/api/v1/onboardings/${onboarding.id}` },
  };
});
