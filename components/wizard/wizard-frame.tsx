import type { ReactNode } from 'react';
import type { OnboardingId, SandboxName } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { Draft } from '@/lib/wizard/draft';
import { canEnter, isStepDone } from '@/lib/wizard/progress';
import { type Step, steps } from '@/lib/wizard/steps';
import { FreshDraft } from './draft-version';
import { LostParts } from './lost-parts';
import { OnboardingName } from './onboarding-name';
import { OtherSandbox } from './other-sandbox';
import { StepRail } from './step-rail';

export type WizardFrameProps = {
  onboarding: {
    id: OnboardingId;
    name: string;
    source: SourceDefinition;
    sandboxName: SandboxName;
    draft: Draft;
    version: number;
    lost: readonly string[];
  };
  step: Step;
  /** The sandbox the session works in. */
  sessionSandbox: SandboxName | null;
  /** A run is at work or has succeeded: only Review is left. */
  isFixed: boolean;
  canEdit: boolean;
  children: ReactNode;
};

/**
 * Name, steps and the step itself. Part of every page and not of the layout, which the framework keeps between steps:
 * the rail would go on showing what was done before.
 */
export function WizardFrame({
  onboarding,
  step,
  sessionSandbox,
  isFixed,
  canEdit,
  children,
}: WizardFrameProps) {
  const { id, name, source, sandboxName, draft, version, lost } = onboarding;
  if (sessionSandbox !== sandboxName) return <OtherSandbox sandboxName={sandboxName} name={name} />;
  return (
    <>
      <div className="flex flex-col gap-3 xl:flex-row xl:items-end xl:justify-between xl:gap-8 fills-window:sr-only">
        <div className="min-w-0">
          <p className="text-sm text-text-muted">{source.title}</p>
          <OnboardingName onboardingId={id} name={name} canEdit={canEdit && !isFixed} />
        </div>
        <StepRail
          onboardingId={id}
          current={step}
          done={steps.filter((step) => isFixed || isStepDone(draft, step))}
          open={isFixed ? ['review'] : steps.filter((step) => canEnter(draft, step))}
        />
      </div>
      {lost.length > 0 && <LostParts lost={lost} />}
      <FreshDraft version={version}>{children}</FreshDraft>
    </>
  );
}
