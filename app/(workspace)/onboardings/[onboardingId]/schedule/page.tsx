import type { Metadata } from 'next';
import { ScheduleStep } from '@/components/schedule/schedule-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { pathTitle } from '@/lib/wizard/path-summary';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Schedule' };

export default async function SchedulePage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'schedule');
  const { onboarding, canEdit } = page;
  const { id, source, draft, version } = onboarding;
  return (
    <WizardFrame {...page}>
      {/* A newer version from elsewhere replaces what stands in the form. */}
      <ScheduleStep
        key={version}
        onboardingId={id}
        sourceId={source.id}
        pathTitles={draft.paths.map(({ resourcePath }) => pathTitle(source.id, resourcePath))}
        saved={draft.schedule}
        canEdit={canEdit}
      />
    </WizardFrame>
  );
}
