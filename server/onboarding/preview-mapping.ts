import { AppFailure } from '@/lib/app-error';
import type { OnboardingId, XdmSchemaId } from '@/lib/ids';
import { toWireRows } from '@/lib/mapping/wire-dialects';
import { maskRecord } from '@/lib/schema/mask';
import { proposeSchema } from '@/lib/target/propose-target';
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
 * What the platform makes of sample records with the mappings as saved. For a schema that does not exist yet the
 * mapping is tried against the proposed one, sent along: nothing is created for a preview.
 */
export async function previewMapping(ctx: TeamContext, id: OnboardingId): Promise<MappingPreview> {
  const { draft, source, sandboxName } = await loadOnboarding(ctx, id);
  if (!draft.connect || !draft.data || !draft.mapping || !draft.target) {
    throw new AppFailure({ kind: 'not-found', what: 'mapping' });
  }
  const { mappings } = draft.mapping.state;
  if (mappings.length === 0) return { records: [], rowErrors: {} };
  const platform = await ctx.platform(sandboxName);
  const { records } = await exploreSource(platform, {
    baseConnectionId: draft.connect.baseConnectionId,
    sourceParams: source.sourceParams(draft.data.resourcePath),
    preview: true,
  });
  const schemaId: XdmSchemaId | undefined =
    draft.target.kind === 'existing' ? draft.target.schemaId : undefined;
  const mappingSet = {
    outputSchema: schemaId
      ? { schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' } }
      : {
          jsonSchema: proposeSchema(
            source,
            draft.data.sourceSchema,
            await getTenantId(platform),
            draft.target.kind === 'create' ? draft.target.container : '',
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
