import { AppFailure } from '@/lib/app-error';
import type { DatasetId, OnboardingId, XdmSchemaId } from '@/lib/ids';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema';
import { namesInCommon } from '@/lib/target/names-in-common';
import { proposeNames, proposeSchema } from '@/lib/target/propose-target';
import type { Draft, NewTarget, Target } from '@/lib/wizard/draft';
import { pathView } from '@/lib/wizard/path-view';
import { findDatasetsByName, getDataset, listDatasets } from '@/server/platform/catalog/datasets';
import type { PlatformContext } from '@/server/platform/platform-context';
import { listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import { findFieldGroupsByTitle } from '@/server/platform/schema-registry/field-groups';
import { findSchemasByTitle, getResolvedSchema } from '@/server/platform/schema-registry/schemas';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

export type TargetView = {
  tenantId: string;
  target: Target;
  schema: JsonSchemaNode;
  requiredTargets: string[];
  identityTargets: string[];
};

export type DatasetChoice = { id: DatasetId; name: string; schemaId: XdmSchemaId };

/**
 * The schema people map one resource path onto: the chosen dataset's, or the one that "create from source" would make. `wanted` is a
 * choice that is not saved yet; without it the draft's counts, and without that a proposal with names still free.
 */
export async function loadTarget(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
  wanted?: { kind: 'create' } | { kind: 'existing'; datasetId: DatasetId },
): Promise<TargetView> {
  const { draft, source, sandboxName } = await loadOnboarding(ctx, id);
  const view = pathView(draft, resourcePath);
  if (!view) throw new AppFailure({ kind: 'not-found', what: 'resource path' });
  const platform = await ctx.platform(sandboxName);
  const tenantId = await getTenantId(platform);
  const kept = !wanted || view.target?.kind === wanted.kind ? view.target : null;
  const chosen =
    wanted?.kind === 'existing' && !(kept?.kind === 'existing' && kept.datasetId === wanted.datasetId)
      ? await readExisting(platform, wanted.datasetId)
      : (kept ??
        (await freeNames(
          platform,
          proposeNames(source, resourcePath),
          newTargetsBeside(draft, resourcePath),
        )));

  if (chosen.kind === 'create') {
    const schema = proposeSchema(source, view.data.sourceSchema, tenantId, chosen.container);
    return {
      tenantId,
      target: chosen,
      schema: jsonSchemaNodeSchema.parse(schema),
      requiredTargets: [],
      identityTargets: [],
    };
  }
  const [resolved, identities] = await Promise.all([
    getResolvedSchema(platform, chosen.schemaId),
    listIdentityDescriptors(platform, chosen.schemaId),
  ]);
  const schema = jsonSchemaNodeSchema.parse(resolved.jsonSchema);
  return {
    tenantId,
    target: chosen,
    schema,
    requiredTargets: Array.isArray(schema.required) ? schema.required : [],
    identityTargets: identities.map((identity) =>
      identity.sourceProperty.replace(/^\//, '').replace(/\//g, '.'),
    ),
  };
}

/** Datasets whose name contains the text, newest first; those without a schema cannot be mapped onto and are left out. */
export async function searchDatasets(
  ctx: TeamContext,
  id: OnboardingId,
  search: string,
): Promise<DatasetChoice[]> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  const { items } = await listDatasets(await ctx.platform(sandboxName), { search, limit: 50 });
  return items.flatMap((dataset) =>
    dataset.schemaId ? [{ id: dataset.id, name: dataset.name, schemaId: dataset.schemaId }] : [],
  );
}

async function readExisting(platform: PlatformContext, datasetId: DatasetId): Promise<Target> {
  const dataset = await getDataset(platform, datasetId);
  if (!dataset.schemaId) throw new AppFailure({ kind: 'not-found', what: 'schema of the dataset' });
  return { kind: 'existing', datasetId, datasetName: dataset.name, schemaId: dataset.schemaId };
}

/** What the other resource paths of the draft are going to make. */
function newTargetsBeside(draft: Draft, resourcePath: string): NewTarget[] {
  return draft.paths.flatMap((path) =>
    path.resourcePath !== resourcePath && path.target?.kind === 'create' ? [path.target] : [],
  );
}

/**
 * The first of "Stripe charges", "Stripe charges 2", … of which none of the three names is taken, in the sandbox or by
 * the targets beside it.
 */
async function freeNames(
  platform: PlatformContext,
  proposed: NewTarget,
  beside: readonly NewTarget[],
): Promise<NewTarget> {
  for (let count = 1; count <= 100; count++) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const names = {
      ...proposed,
      fieldGroupTitle: `${proposed.fieldGroupTitle}${suffix}`,
      schemaTitle: `${proposed.schemaTitle}${suffix}`,
      datasetName: `${proposed.datasetName}${suffix}`,
    };
    if (beside.some((other) => namesInCommon(other, names).length > 0)) continue;
    if ((await findTakenNames(platform, names)).length === 0) return names;
  }
  return proposed;
}

export type TakenName = { field: 'fieldGroupTitle' | 'schemaTitle' | 'datasetName'; sentence: string };

/** Names of a new target that something else already has, with a sentence for each field. */
export async function findTakenNames(platform: PlatformContext, target: NewTarget): Promise<TakenName[]> {
  const [fieldGroups, schemas, datasets] = await Promise.all([
    findFieldGroupsByTitle(platform, target.fieldGroupTitle),
    findSchemasByTitle(platform, target.schemaTitle),
    findDatasetsByName(platform, target.datasetName),
  ]);
  const taken: TakenName[] = [];
  if (fieldGroups.items.length > 0) {
    taken.push({
      field: 'fieldGroupTitle',
      sentence: `A field group called “${target.fieldGroupTitle}” exists. Choose another title.`,
    });
  }
  if (schemas.items.length > 0) {
    taken.push({
      field: 'schemaTitle',
      sentence: `A schema called “${target.schemaTitle}” exists. Choose another title.`,
    });
  }
  if (datasets.items.length > 0) {
    taken.push({
      field: 'datasetName',
      sentence: `A dataset called “${target.datasetName}” exists. Choose another name, or map onto that dataset.`,
    });
  }
  return taken;
}
