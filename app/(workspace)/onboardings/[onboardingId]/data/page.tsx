import type { Metadata } from 'next';
import { DataStep } from '@/components/data/data-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { can } from '@/lib/team/roles';
import { summarisePaths } from '@/lib/wizard/path-summary';
import { requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Choose data' };

export default async function DataPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'data');
  const { ctx, onboarding, canEdit } = page;
  const { id, source, draft, version } = onboarding;
  return (
    <WizardFrame {...page}>
      <DataStep
        // A newer version from elsewhere replaces what is chosen here.
        key={version}
        onboardingId={id}
        sourceId={source.id}
        chosen={summarisePaths(draft)}
        setAside={summarisePaths(draft, 'setAside')}
        canEdit={canEdit}
        canReveal={can(ctx.session.person.role, 'sample.reveal')}
      />
    </WizardFrame>
  );
}
