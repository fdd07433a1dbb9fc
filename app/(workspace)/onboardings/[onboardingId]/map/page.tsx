import type { Metadata } from 'next';
import { MapStep } from '@/components/map-step/map-step';
import { FreshDraft } from '@/components/wizard/draft-version';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema';
import { redirectToStep, requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Map' };

export default async function MapPage({ params }: { params: Promise<{ onboardingId: string }> }) {
  const { onboarding, canEdit } = await requireStep(params, 'map');
  const { id, source, draft, version } = onboarding;
  if (!draft.data) redirectToStep(id, 'data');
  return (
    <FreshDraft version={version}>
      <MapStep
        key={`${draft.data.resourcePath}:${draft.data.exploredAtMs}`}
        onboardingId={id}
        sourceId={source.id}
        resourcePath={draft.data.resourcePath}
        sourceSchema={jsonSchemaNodeSchema.parse(draft.data.sourceSchema)}
        history={draft.mapping}
        canEdit={canEdit}
      />
    </FreshDraft>
  );
}
