import type { Metadata } from 'next';
import { ScheduleStep } from '@/components/schedule/schedule-step';
import { FreshDraft } from '@/components/wizard/draft-version';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Schedule' };

export default async function SchedulePage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const { onboarding, canEdit } = await requireStep(params, 'schedule');
  const { id, source, draft, version } = onboarding;
  return (
    <FreshDraft version={version}>
      {/* A newer version from elsewhere replaces what stands in the form. */}
      <ScheduleStep
        key={version}
        onboardingId={id}
        sourceId={source.id}
        saved={draft.schedule}
        canEdit={canEdit}
      />
    </FreshDraft>
  );
}
