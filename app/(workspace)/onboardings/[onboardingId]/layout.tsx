import type { ReactNode } from 'react';
import { PageBody } from '@/components/shell/page-body';
import { DraftVersionProvider } from '@/components/wizard/draft-version';
import { LostParts } from '@/components/wizard/lost-parts';
import { OnboardingName } from '@/components/wizard/onboarding-name';
import { OtherSandbox } from '@/components/wizard/other-sandbox';
import { StepRail } from '@/components/wizard/step-rail';
import { canEnter, isStepDone } from '@/lib/wizard/progress';
import { steps } from '@/lib/wizard/steps';
import { requireOnboarding } from '@/server/wizard-page';

type Props = { children: ReactNode; params: Promise<{ onboardingId: string }> };

export default async function OnboardingLayout({ children, params }: Props) {
  const { ctx, onboarding, run, canEdit } = await requireOnboarding(params);
  const { id, name, draft, source, sandboxName, lost } = onboarding;
  const isFixed = run !== undefined && run.state !== 'failed' && run.state !== 'undone';
  if (ctx.session.sandboxName !== sandboxName) return <OtherSandbox sandboxName={sandboxName} name={name} />;
  return (
    <PageBody width="wide">
      <div className="flex flex-col gap-3">
        <div className="min-w-0">
          <p className="text-sm text-text-muted">{source.title}</p>
          <OnboardingName onboardingId={id} name={name} canEdit={canEdit && !isFixed} />
        </div>
        <StepRail
          onboardingId={id}
          done={steps.filter((step) => isFixed || isStepDone(draft, step))}
          open={isFixed ? ['review'] : steps.filter((step) => canEnter(draft, step))}
        />
      </div>
      {lost.length > 0 && <LostParts lost={lost} />}
      <DraftVersionProvider>{children}</DraftVersionProvider>
    </PageBody>
  );
}
