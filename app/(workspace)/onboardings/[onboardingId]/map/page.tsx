import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { MapStep } from '@/components/map/map-step';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { WizardFrame } from '@/components/wizard/wizard-frame';
import { mapPath, onboardingStepPath } from '@/lib/paths';
import { pathTitle, summarisePaths } from '@/lib/wizard/path-summary';
import { pathView } from '@/lib/wizard/path-view';
import { firstOpenPath } from '@/lib/wizard/progress';
import { redirectToStep, requireStep } from '@/server/wizard-page';

export const metadata: Metadata = { title: 'Map' };

export default async function MapPage({
  params,
  searchParams,
}: {
  params: Promise<{ onboardingId: string }>;
  searchParams: Promise<{ path?: string | string[] }>;
}) {
  const page = await requireStep(params, 'map');
  const { ctx, onboarding, canEdit } = page;
  const { id, source, draft, version } = onboarding;
  const [first, ...others] = draft.paths;
  if (!first) redirectToStep(id, 'data');
  const { path: wanted } = await searchParams;
  if (wanted === undefined && others.length > 0) {
    // Each path has its own address, so that a reload and a link come back to it.
    redirect(mapPath(id, firstOpenPath(draft) ?? first.resourcePath) as Route);
  }
  const asked = typeof wanted === 'string' ? pathView(draft, wanted) : undefined;
  const view = asked ?? pathView(draft, first.resourcePath);
  if (!view) redirectToStep(id, 'data');
  const { resourcePath } = view.data;
  return (
    <WizardFrame {...page}>
      {wanted !== undefined && !asked && (
        <Notice
          tone="caution"
          title={`“${pathTitle(source.id, String(wanted))}” is not part of this onboarding`}
        >
          <p>
            {pathTitle(source.id, resourcePath)} is shown instead. What comes in is chosen in{' '}
            <TextLink href={onboardingStepPath(id, 'data')}>Choose data</TextLink>.
          </p>
        </Notice>
      )}
      <MapStep
        // A newer version from elsewhere replaces what stands in the editor, and so does another path.
        key={`${resourcePath} ${version}`}
        onboardingId={id}
        sourceId={source.id}
        resourcePath={resourcePath}
        paths={summarisePaths(draft)}
        draftVersion={version}
        sourceSchemaJson={JSON.stringify(view.data.sourceSchema)}
        exploredAtMs={view.data.exploredAtMs}
        history={view.mapping}
        canEdit={canEdit}
        name={onboarding.name}
        personName={ctx.session.person.name}
      />
    </WizardFrame>
  );
}
