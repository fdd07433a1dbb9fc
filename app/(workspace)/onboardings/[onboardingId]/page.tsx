import { redirect } from 'next/navigation';
import { onboardingStepPath } from '@/lib/paths';
import { firstOpenStep } from '@/lib/wizard/progress';
import { requireOnboarding } from '@/server/wizard-page';

/** An onboarding without a step: where it was left. */
export default async function OnboardingPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const { onboarding } = await requireOnboarding(params);
  redirect(onboardingStepPath(onboarding.id, firstOpenStep(onboarding.draft)));
}
