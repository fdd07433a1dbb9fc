import { AppFailure } from '@/lib/app-error';
import type { DatasetId, OnboardingId, XdmSchemaId } from '@/lib/ids';
import { findTargetProblems } from '@/lib/plan/find-target-problems';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { fromSourceProperty } from '@/lib/target/identity-property';
import { namesInCommon } from '@/lib/target/names-in-common';
import type { IdentityChoice } from '@/lib/target/new-target';
import { proposeNames, proposeSchema } from '@/lib/target/propose-target';
import { targetClasses } from '@/lib/target/target-class';
import type { Draft, NewTarget, Target } from '@/lib/wizard/draft';
import { pathView } from '@/lib/wizard/path-view';
import { findDatasetsByName, getDataset } from '@/server/platform/catalog/datasets';
import {
  type IdentityNamespace,
  listIdentityNamespaces,
} from '@/server/platform/identity/identity-namespaces';
import type { PlatformContext } from '@/server/platform/platform-context';
import { findClassesByTitle } from '@/server/platform/schema-registry/classes';
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
  /** Paths at the top of the schema that every record has to fill. */
  requiredTargets: string[];
  /** What the schema has already; those that are to be added are in the target. */
  identities: IdentityChoice[];
};

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
    const schema = proposeSchema(source, view.data.sourceSchema, tenantId, chosen);
    return {
      tenantId,
      target: chosen,
      schema,
      requiredTargets: [...targetClasses[chosen.classKind ?? 'profile'].required],
      identities: [],
    };
  }
  return { tenantId, target: chosen, ...(await readSchema(platform, chosen.schemaId)) };
}

/** Fields, required fields and identities of a schema that exists. */
async function readSchema(
  platform: PlatformContext,
  schemaId: XdmSchemaId,
): Promise<Pick<TargetView, 'schema' | 'requiredTargets' | 'identities'>> {
  const [resolved, identities] = await Promise.all([
    getResolvedSchema(platform, schemaId),
    listIdentityDescriptors(platform, schemaId),
  ]);
  const schema = jsonSchemaNodeSchema.parse(resolved.jsonSchema);
  return {
    schema,
    requiredTargets: Array.isArray(schema.required) ? schema.required.map(String) : [],
    identities: identities.map(({ sourceProperty, namespace, isPrimary }) => ({
      target: fromSourceProperty(sourceProperty),
      namespace,
      isPrimary,
    })),
  };
}

/** What is wrong with the target of a resource path as it stands, one sentence each. */
export async function checkTarget(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
  { isFresh }: { isFresh: boolean },
): Promise<string[]> {
  const [loaded, { draft, sandboxName }] = await Promise.all([
    loadTarget(ctx, id, resourcePath),
    loadOnboarding(ctx, id),
  ]);
  const mapping = pathView(draft, resourcePath)?.mapping;
  if (!mapping) return [];
  const namespaces = loaded.target.identities
    ? await listIdentityNamespaces(await ctx.platform(sandboxName))
    : [];
  return findTargetProblems({
    target: loaded.target,
    mappings: mapping.state.mappings,
    tree: buildSchemaTree(loaded.schema),
    requiredTargets: loaded.requiredTargets,
    // Once a run has made them, they are there because of ourselves.
    present: isFresh ? loaded.identities : [],
    namespaces: new Set(namespaces.map(({ code }) => code)),
  });
}

/** The identity namespaces that people can choose from. */
export async function listNamespaces(ctx: TeamContext, id: OnboardingId): Promise<IdentityNamespace[]> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  return listIdentityNamespaces(await ctx.platform(sandboxName));
}

/** Which of the names given for a new target are taken, asked while they are typed. */
export async function checkNames(
  ctx: TeamContext,
  id: OnboardingId,
  names: TargetNames,
): Promise<TakenName[]> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  return findTakenNames(await ctx.platform(sandboxName), names);
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
      ...(proposed.classTitle !== undefined && { classTitle: `${proposed.classTitle}${suffix}` }),
    };
    if (beside.some((other) => namesInCommon(other, names).length > 0)) continue;
    if ((await findTakenNames(platform, names)).length === 0) return names;
  }
  return proposed;
}

/** The names that a new target brings into the sandbox; a class only where one is made. */
export type TargetNames = Pick<NewTarget, 'fieldGroupTitle' | 'schemaTitle' | 'datasetName' | 'classTitle'>;

export type TakenName = { field: keyof TargetNames; sentence: string };

/** Names of a new target that something else already has, with a sentence for each field. */
export async function findTakenNames(platform: PlatformContext, target: TargetNames): Promise<TakenName[]> {
  const { classTitle } = target;
  const [fieldGroups, schemas, datasets, classes] = await Promise.all([
    findFieldGroupsByTitle(platform, target.fieldGroupTitle),
    findSchemasByTitle(platform, target.schemaTitle),
    findDatasetsByName(platform, target.datasetName),
    classTitle === undefined ? { items: [] } : findClassesByTitle(platform, classTitle),
  ]);
  const taken: TakenName[] = [];
  if (classes.items.length > 0) {
    taken.push({
      field: 'classTitle',
      sentence: `A class called “${classTitle}” exists. Choose another title.`,
    });
  }
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
