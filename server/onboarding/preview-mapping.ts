import { AppFailure } from '@/lib/app-error';
import type { OnboardingId, XdmSchemaId } from '@/lib/ids';
import { toWireRows } from '@/lib/mapping/wire-dialects';
import { maskRecord } from '@/lib/schema/mask';
import { proposeSchema } from '@/lib/target/propose-target';
import { pathView } from '@/lib/wizard/path-view';
import { previewMappingSet, validateMappingSet } from '@/server/platform/data-prep/mapping-sets';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

export type MappingPreview = {
  /** One for each sample record, masked like the sample. */
  records: { source: unknown; data: unknown; errors: string[] }[];
  /** The platform's verdict on rows it refuses, by mapping id. */
  rowErrors: Record<string, string>;
};

/**
 * What the platform makes of sample records of one resource path with the mappings as saved. For a schema that does not exist yet the
 * mapping is tried against the proposed one, sent along: nothing is created for a preview.
 */
export async function previewMapping(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
): Promise<MappingPreview> {
  const { draft, source, sandboxName } = await loadOnboarding(ctx, id);
  const view = pathView(draft, resourcePath);
  if (!view?.connect || !view.mapping || !view.target) {
    throw new AppFailure({ kind: 'not-found', what: 'mapping' });
  }
  const { mappings } = view.mapping.state;
  if (mappings.length === 0) return { records: [], rowErrors: {} };
  const platform = await ctx.platform(sandboxName);
  const { records } = await exploreSource(platform, {
    baseConnectionId: view.connect.baseConnectionId,
    sourceParams: source.sourceParams(view.data.resourcePath),
    preview: true,
  });
  const schemaId: XdmSchemaId | undefined =
    view.target.kind === 'existing' ? view.target.schemaId : undefined;
  const mappingSet = {
    outputSchema: schemaId
      ? { schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' } }
      : {
          jsonSchema: proposeSchema(
            source,
            view.data.sourceSchema,
            await getTenantId(platform),
            view.target.kind === 'create' ? view.target.container : '',
          ),
        },
    mappings: toWireRows(mappings, 'source'),
  };
  const sample = records.slice(0, 10);
  const [previewed, verdicts] = await Promise.all([
    previewMappingSet(platform, { records: sample, mappingSet }),
    validateMappingSet(platform, mappingSet),
  ]);
  const rowErrors = Object.fromEntries(
    mappings.flatMap((mapping, index) => {
      const verdict = verdicts[index];
      return verdict && !verdict.ok
        ? [[mapping.id, verdict.message ?? 'The platform refuses this row.']]
        : [];
    }),
  );
  return {
    records: previewed.map(({ data, errors }, index) => ({
      source: maskRecord(sample[index]),
      data: maskRecord(data),
      errors,
    })),
    rowErrors,
  };
}
