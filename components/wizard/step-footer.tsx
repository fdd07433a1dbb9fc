'use client';

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { OnboardingId } from '@/lib/ids';
import { onboardingStepPath } from '@/lib/paths';
import { type Step, stepBefore, stepTitles } from '@/lib/wizard/steps';

/** Back on the left, what the step leads to on the right; it stays in view under long content. */
export function StepFooter({
  onboardingId,
  step,
  status,
  children,
}: {
  onboardingId: OnboardingId;
  step: Step;
  status?: ReactNode;
  children: ReactNode;
}) {
  const before = stepBefore(step);
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-auto -mb-6 flex flex-wrap items-center gap-3 border-t border-line bg-page/95 px-4 py-3 backdrop-blur sm:-mx-6 sm:-mb-8 sm:px-6">
      {before && (
        <LinkButton
          href={onboardingStepPath(onboardingId, before)}
          variant="quiet"
          icon={<Icon glyph={ArrowLeft} isDirectional />}
        >
          {stepTitles[before]}
        </LinkButton>
      )}
      <div className="flex flex-1 flex-wrap items-center justify-end gap-x-4 gap-y-2">
        {status}
        {children}
      </div>
    </div>
  );
}
