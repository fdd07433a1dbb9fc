import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { formatPlural } from '@/lib/format/numbers';
import type { OnboardingId } from '@/lib/ids';
import { mapPath } from '@/lib/paths';
import { FactList } from './fact-list';
import { MappedFields } from './mapped-fields';
import type { PathFacts } from './review-view';
import { targetFacts } from './target-facts';

/** Target and mapping of each resource path: what is different about the dataflows. */
export function PathsCard({
  onboardingId,
  paths,
  canChange,
}: {
  onboardingId: OnboardingId;
  paths: readonly PathFacts[];
  canChange: boolean;
}) {
  return (
    <Card
      title="Targets and mappings"
      description="Each of these becomes a dataflow of its own"
      className="lg:col-span-2"
    >
      <ul className="flex flex-col divide-y divide-line">
        {paths.map(({ resourcePath, title, target, mappings }) => (
          <li
            key={resourcePath}
            className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0 lg:grid-cols-[10rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <h3 className="font-semibold">{title}</h3>
              <p className="text-text-muted">
                {mappings.length > 0 ? formatPlural(mappings.length, 'mapped field') : 'Not mapped yet'}
              </p>
            </div>
            <div className="min-w-0 max-lg:col-span-2 max-lg:row-start-2">
              <FactList facts={targetFacts(target)} />
            </div>
            <div className="min-w-0 max-lg:col-span-2 max-lg:row-start-3">
              <MappedFields mappings={mappings} headingLevel={4} />
            </div>
            <div>
              {canChange && (
                <LinkButton
                  size="small"
                  href={mapPath(onboardingId, resourcePath)}
                  aria-label={`Change: Map ${title.toLowerCase()}`}
                >
                  Change
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
