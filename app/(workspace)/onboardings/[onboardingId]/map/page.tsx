import type { Metadata } from 'next';
import { MapStep } from '@/components/map/map-step';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema';
import { redirectToStep, requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Map' };

export default async function MapPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const page = await requireStep(params, 'map');
  const { ctx, onboarding, canEdit } = page;
  const { id, source, draft, version } = onboarding;
  const [path] = draft.paths;
  if (!path) redirectToStep(id, 'data');
  return (
    <WizardFrame {...page}>
      <MapStep
        // A newer version from elsewhere replaces what stands in the editor.
        key={version}
        onboardingId={id}
        sourceId={source.id}
        resourcePath={path.resourcePath}
        sourceSchema={jsonSchemaNodeSchema.parse(path.sourceSchema)}
        exploredAtMs={path.exploredAtMs}
        history={path.mapping}
        canEdit={canEdit}
        name={onboarding.name}
        personName={ctx.session.person.name}
      />
    </WizardFrame>
  );
}
