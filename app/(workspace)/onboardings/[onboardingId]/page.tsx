import { firstOpenStep } from '@/lib/wizard/progress';
import { redirectToStep, requireOnboarding } from '@/server/wizard-page';

/** An onboarding without a step: where it was left. */
export default async function OnboardingPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const { onboarding } = await requireOnboarding(params);
  redirectToStep(onboarding.id, firstOpenStep(onboarding.draft));
}
