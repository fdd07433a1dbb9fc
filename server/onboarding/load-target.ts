import { AppFailure } from '@/lib/app-error';
import type { DatasetId, OnboardingId, XdmSchemaId } from '@/lib/ids';
import { findTargetProblems } from '@/lib/plan/find-target-problems';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { type FieldGroupExtension, withAdditions } from '@/lib/target/field-addition';
import { fromSourceProperty } from '@/lib/target/identity-property';
import { describeTaken, findMissingAdditions } from '@/lib/target/missing-additions';
import {
  namesInCommon,
  namesOf,
  type TargetName,
  type TargetNames,
  targetNames,
} from '@/lib/target/names-in-common';
import { proposeNames, proposeSchema } from '@/lib/target/propose-target';
import { targetClasses } from '@/lib/target/target-class';
import type { Draft, Target } from '@/lib/wizard/draft';
import { pathView } from '@/lib/wizard/path-view';
import type { TakenName, TargetReply } from '@/lib/wizard/replies';
import { findDatasetsByName, getDataset } from '@/server/platform/catalog/datasets';
import {
  type IdentityNamespace,
  listIdentityNamespaces,
} from '@/server/platform/identity/identity-namespaces';
import type { PlatformContext } from '@/server/platform/platform-context';
import { findClassesByTitle } from '@/server/platform/schema-registry/classes';
import { listIdentityDescriptors } from '@/server/platform/schema-registry/descriptors';
import {
  findFieldGroupsByTitle,
  getFieldGroupDocument,
} from '@/server/platform/schema-registry/field-groups';
import { findSchemasByTitle, getResolvedSchema, getSchema } from '@/server/platform/schema-registry/schemas';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

/** A choice that is not saved yet. */
export type WantedTarget =
  | { kind: 'create' }
  | { kind: 'existing'; datasetId: DatasetId }
  | { kind: 'new-dataset'; schemaId: XdmSchemaId };

/**
 * The schema people map one resource path onto: the chosen dataset's, or the one that "create from source" would make. `wanted` is a
 * choice that is not saved yet; without it the draft's counts, and without that a proposal with names still free.
 */
export async function loadTarget(
  ctx: TeamContext,
  id: OnboardingId,
  resourcePath: string,
  wanted?: WantedTarget,
): Promise<TargetReply> {
  const { draft, source, sandboxName } = await loadOnboarding(ctx, id);
  const view = pathView(draft, resourcePath);
  if (!view) throw new AppFailure({ kind: 'not-found', what: 'resource path' });
  const platform = await ctx.platform(sandboxName);
  const tenantId = await getTenantId(platform);
  const kept = view.target && (!wanted || isWhatIs(view.target, wanted)) ? view.target : undefined;
  const beside = targetsBeside(draft, resourcePath);
  const proposed = proposeNames(source, resourcePath);
  const chosen =
    kept ??
    (wanted?.kind === 'existing'
      ? await readExisting(platform, wanted.datasetId)
      : wanted?.kind === 'new-dataset'
        ? await proposeDataset(platform, wanted.schemaId, proposed.datasetName, beside)
        : await freeNames(platform, proposed, beside));

  if (chosen.kind === 'create') {
    const schema = proposeSchema(source, view.data.sourceSchema, tenantId, chosen);
    return {
      tenantId,
      target: chosen,
      schema,
      requiredTargets: [...targetClasses[chosen.classKind ?? 'profile'].required],
      identities: [],
      isInProfile: false,
    };
  }
  return { tenantId, target: chosen, ...(await readSchema(platform, chosen.schemaId)) };
}

/** Fields, required fields and identities of a schema that exists. */
export async function readSchema(
  platform: PlatformContext,
  schemaId: XdmSchemaId,
): Promise<Pick<TargetReply, 'schema' | 'requiredTargets' | 'identities' | 'isInProfile'>> {
  const [resolved, identities] = await Promise.all([
    getResolvedSchema(platform, schemaId),
    listIdentityDescriptors(platform, schemaId),
  ]);
  const schema = jsonSchemaNodeSchema.parse(resolved.jsonSchema);
  const tags = resolved.jsonSchema['meta:immutableTags'];
  return {
    schema,
    isInProfile: Array.isArray(tags) && tags.includes('union'),
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
  const platform = await ctx.platform(sandboxName);
  const { target, schema } = loaded;
  const extension = target.kind === 'create' ? undefined : target.extension;
  const [namespaces, extensionProblems] = await Promise.all([
    target.identities ? listIdentityNamespaces(platform) : [],
    extension ? checkExtension(platform, extension) : [],
  ]);
  const problems = findTargetProblems({
    target,
    mappings: mapping.state.mappings,
    tree: buildSchemaTree(extension ? withAdditions(schema, extension.additions) : schema),
    isInProfile: loaded.isInProfile,
    requiredTargets: loaded.requiredTargets,
    // Once a run has made them, they are there because of ourselves.
    present: isFresh ? loaded.identities : [],
    namespaces: new Set(namespaces.map(({ code }) => code)),
  });
  return [...extensionProblems, ...problems];
}

/** Whether the field group still has room for the fields that were chosen for it. */
async function checkExtension(platform: PlatformContext, extension: FieldGroupExtension): Promise<string[]> {
  const { jsonSchema } = await getFieldGroupDocument(platform, extension.fieldGroupId);
  const { taken } = findMissingAdditions(jsonSchema, extension.additions);
  return taken.length === 0 ? [] : [describeTaken(taken)];
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

/** Whether the target that is saved is the wanted one: then the work on it stays. */
function isWhatIs(target: Target, wanted: WantedTarget): boolean {
  switch (wanted.kind) {
    case 'create':
      return target.kind === 'create';
    case 'existing':
      return target.kind === 'existing' && target.datasetId === wanted.datasetId;
    case 'new-dataset':
      return target.kind === 'new-dataset' && target.schemaId === wanted.schemaId;
  }
}

/** A dataset of its own on a schema that exists, under the first name that is free. */
async function proposeDataset(
  platform: PlatformContext,
  schemaId: XdmSchemaId,
  proposed: string,
  beside: readonly TargetNames[],
): Promise<Target> {
  const { title } = await getSchema(platform, schemaId);
  const { datasetName } = await freeNames(platform, { datasetName: proposed }, beside);
  return { kind: 'new-dataset', datasetName, schemaId, schemaTitle: title };
}

/** What the other resource paths of the draft are going to make. */
function targetsBeside(draft: Draft, resourcePath: string): TargetNames[] {
  return draft.paths.flatMap((path) =>
    path.resourcePath !== resourcePath && path.target ? [namesOf(path.target)] : [],
  );
}

/**
 * The first of "Stripe charges", "Stripe charges 2", … of which none of the names is taken, in the sandbox or by the
 * targets beside it.
 */
async function freeNames<Names extends TargetNames>(
  platform: PlatformContext,
  proposed: Names,
  beside: readonly TargetNames[],
): Promise<Names> {
  for (let count = 1; count <= 100; count++) {
    const suffix = count === 1 ? '' : ` ${count}`;
    const renamed = (Object.keys(targetNames) as TargetName[]).flatMap((field): [TargetName, string][] => {
      const name = proposed[field];
      return name === undefined ? [] : [[field, `${name}${suffix}`]];
    });
    const names = { ...proposed, ...Object.fromEntries(renamed) };
    if (beside.some((other) => namesInCommon(other, names).length > 0)) continue;
    if ((await findTakenNames(platform, names)).length === 0) return names;
  }
  return proposed;
}

/** Where each name is looked up, and what helps when it is taken. */
const lookUps: Readonly<
  Record<
    TargetName,
    {
      find: (platform: PlatformContext, name: string) => Promise<{ items: readonly unknown[] }>;
      advice: string;
    }
  >
> = {
  classTitle: { find: findClassesByTitle, advice: 'Choose another title.' },
  fieldGroupTitle: { find: findFieldGroupsByTitle, advice: 'Choose another title.' },
  schemaTitle: {
    find: findSchemasByTitle,
    advice: 'Choose another title, or make a new dataset on that schema.',
  },
  datasetName: { find: findDatasetsByName, advice: 'Choose another name, or map onto that dataset.' },
};

/** Names of a new target that something else already has, with a sentence for each field. */
export async function findTakenNames(platform: PlatformContext, names: TargetNames): Promise<TakenName[]> {
  const taken = await Promise.all(
    (Object.keys(lookUps) as TargetName[]).map(async (field): Promise<TakenName[]> => {
      const name = names[field];
      if (name === undefined) return [];
      const { find, advice } = lookUps[field];
      const { items } = await find(platform, name);
      const sentence = `A ${targetNames[field]} called “${name}” exists. ${advice}`;
      return items.length === 0 ? [] : [{ field, sentence }];
    }),
  );
  return taken.flat();
}
