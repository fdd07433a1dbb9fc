import { AppFailure } from '@/lib/app-error';
import type { OnboardingId } from '@/lib/ids';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { toWireRows } from '@/lib/mapping/wire-dialects';
import { comparePreviews, type Disagreement } from '@/lib/preview/compare-previews';
import { compilePreview } from '@/lib/preview/compile-preview';
import { findRecordProblems } from '@/lib/preview/record-problems';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { maskRecord, maskValue } from '@/lib/schema/mask';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { withAdditions } from '@/lib/target/field-addition';
import { proposeSchema } from '@/lib/target/propose-target';
import type { Target } from '@/lib/wizard/draft';
import { pathView } from '@/lib/wizard/path-view';
import type { PreviewReply } from '@/lib/wizard/replies';
import { previewMappingSet, validateMappingSet } from '@/server/platform/data-prep/mapping-sets';
import { exploreSource } from '@/server/platform/flow-service/explore';
import type { PlatformContext } from '@/server/platform/platform-context';
import { getResolvedSchema } from '@/server/platform/schema-registry/schemas';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

/**
 * What the platform makes of sample records of one resource path with the mappings as saved. For a schema that does not exist yet the
 * mapping is tried against the proposed one, sent along: nothing is created for a preview.
 */
export async function previewMapping(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
): Promise<PreviewReply> {
  const { draft, source, sandboxName } = await loadOnboarding(ctx, id);
  const view = pathView(draft, resourcePath);
  if (!view?.connect || !view.mapping || !view.target) {
    throw new AppFailure({ kind: 'not-found', what: 'mapping' });
  }
  const { mappings } = view.mapping.state;
  if (mappings.length === 0) return { records: [], rowErrors: {}, disagreements: [] };
  const platform = await ctx.platform(sandboxName);
  const { records } = await exploreSource(platform, {
    baseConnectionId: view.connect.baseConnectionId,
    sourceParams: source.sourceParams(view.data.resourcePath),
    preview: true,
  });
  const { target, data } = view;
  const schema = await readTargetSchema(platform, target, source, data.sourceSchema);
  const mappingSet = {
    // A schema as the platform has it goes by its id; one that is not there yet is sent along.
    outputSchema:
      target.kind === 'create' || target.extension
        ? { jsonSchema: schema }
        : {
            schemaRef: { id: target.schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' },
          },
    mappings: toWireRows(mappings, 'source'),
  };
  const sample = records.slice(0, 10);
  const [previewed, verdicts] = await Promise.all([
    previewMappingSet(platform, { records: sample, mappingSet }),
    validateMappingSet(platform, mappingSet),
  ]);
  const judged = judge(mappings, schema, sample, previewed, ctx.now());
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
      ...(judged.records[index] ?? { outcome: 'accepted', problems: [] }),
    })),
    rowErrors,
    disagreements: judged.disagreements,
  };
}

/** The schema as it will be when the records arrive. */
async function readTargetSchema(
  platform: PlatformContext,
  target: Target,
  source: SourceDefinition,
  sourceSchema: unknown,
): Promise<JsonSchemaNode> {
  if (target.kind === 'create') {
    return proposeSchema(source, sourceSchema, await getTenantId(platform), target);
  }
  const { jsonSchema } = await getResolvedSchema(platform, target.schemaId);
  const schema = jsonSchemaNodeSchema.parse(jsonSchema);
  return target.extension ? withAdditions(schema, target.extension.additions) : schema;
}

/** Checks the platform's records against the target schema, and our own preview of the same records against them. */
function judge(
  mappings: readonly FieldMapping[],
  targetSchema: JsonSchemaNode,
  sample: readonly unknown[],
  previewed: readonly { data: unknown }[],
  nowMs: number,
): {
  records: Pick<PreviewReply['records'][number], 'outcome' | 'problems'>[];
  disagreements: Disagreement[];
} {
  const preview = compilePreview(mappings, targetSchema);
  const local = sample.map((record) => preview.map(record, nowMs).data);
  const platform = previewed.map(({ data }) => data);
  return {
    records: platform.map((data) => {
      const problems = findRecordProblems(preview.target, data).map(({ path, message }) => ({
        path,
        message,
      }));
      return { outcome: problems.length === 0 ? 'accepted' : 'rejected', problems };
    }),
    disagreements: comparePreviews(mappings, local, platform).map((found) => ({
      ...found,
      local: maskAt(found.path, found.local),
      platform: maskAt(found.path, found.platform),
    })),
  };
}

function maskAt(path: string, value: unknown): unknown {
  return typeof value === 'object' ? maskRecord(value) : maskValue(path, value);
}
