import type { Metadata } from 'next';
import { DataStep } from '@/components/data/data-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { can } from '@/lib/team/roles';
import { isPathMapped } from '@/lib/wizard/progress';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Choose data' };

export default async function DataPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'data');
  const { ctx, onboarding, canEdit } = page;
  const { id, source, draft } = onboarding;
  return (
    <WizardFrame {...page}>
      <DataStep
        onboardingId={id}
        sourceId={source.id}
        chosen={draft.paths[0]?.resourcePath ?? null}
        hasMappings={draft.paths.some(isPathMapped)}
        canEdit={canEdit}
        canReveal={can(ctx.session.person.role, 'sample.reveal')}
      />
    </WizardFrame>
  );
}
